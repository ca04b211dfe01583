import type { Application } from '@trustwright/shared-schemas'
import type { Directory } from '../directory-port.ts'
import type { Caller } from '../ports.ts'
import { foundOrNull } from './found-or-null.ts'
import { quoted } from './graph-client.ts'
import type { GraphMethods } from './graph-methods.ts'
import { applicationFields, GraphApplication, readShape, toApplication } from './graph-shapes.ts'

/** Applications by their alternate key. https://learn.microsoft.com/graph/api/application-upsert */
export function uniqueApplicationMethods({
  read,
  write,
}: GraphMethods): Pick<Directory, 'findUniqueApplication' | 'createUniqueApplication'> {
  const addressOf = (uniqueName: string) =>
    `/v1.0/applications(uniqueName=${encodeURIComponent(quoted(uniqueName))})`
  const findUniqueApplication = async (caller: Caller, uniqueName: string): Promise<Application | null> => {
    const request = { path: addressOf(uniqueName), query: { $select: applicationFields } }
    const reading = read(caller, { request, expects: 'object', need: 'readApplications', scope: '/' })
    const found = await foundOrNull(reading, 'Request_ResourceNotFound', 'ResourceNotFound')
    return found === null ? null : toApplication(readShape(GraphApplication, found))
  }
  return {
    findUniqueApplication,
    createUniqueApplication: (caller, { displayName }, uniqueName) =>
      write(caller, {
        request: {
          method: 'PATCH',
          path: addressOf(uniqueName),
          headers: { prefer: 'create-if-missing' },
          // Graph's own default would let every Microsoft account sign in.
          body: { displayName, signInAudience: 'AzureADMyOrg' },
        },
        // Where it was there already Graph answers 204 without a word: it is read then.
        expects: 'object',
        need: 'createApplication',
        scope: '/',
        read: ({ body }) => toApplication(readShape(GraphApplication, body)),
        settle: async () => {
          const value = await findUniqueApplication(caller, uniqueName)
          return value && { value }
        },
      }),
  }
}
