import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { createApplication } from './create-application.ts'
import { createServicePrincipal } from './create-service-principal.ts'
import { readApplication } from './read-application.ts'
import { readDirectoryAccess } from './read-directory-access.ts'

export function registerApplicationRoutes(app: FastifyInstance, deps: ApplicationDeps): void {
  registerEndpoint(app, endpoints.listApplications, ({ caller, query }) =>
    deps.directory.searchApplications(caller, query),
  )
  registerEndpoint(app, endpoints.readDirectoryAccess, ({ caller }) => readDirectoryAccess(deps, caller))
  registerEndpoint(app, endpoints.createApplication, ({ caller, body }) =>
    createApplication(deps, caller, body),
  )
  registerEndpoint(app, endpoints.readApplication, ({ caller, params }) =>
    readApplication(deps, caller, params.appId),
  )
  registerEndpoint(app, endpoints.createServicePrincipal, async ({ caller, params }) => ({
    servicePrincipalId: await createServicePrincipal(deps, caller, params.appId),
  }))
}
