import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { Directory } from '../../directory-port.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { searchDirectory } from './search-directory.ts'

export function registerDirectoryRoutes(
  app: FastifyInstance,
  { directory }: { readonly directory: Directory },
): void {
  registerEndpoint(app, endpoints.readDirectoryNames, async ({ caller, query }) => ({
    principals: [...(await directory.readPrincipals(caller, query.ids))],
  }))
  registerEndpoint(app, endpoints.searchDirectory, ({ caller, query }) =>
    searchDirectory(directory, caller, query.search),
  )
}
