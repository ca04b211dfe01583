import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import { applicationId } from '../domain/resource-ids.ts'
import { applicationMethods } from './graph-applications.ts'
import type { GraphMethods } from './graph-methods.ts'
import { GraphApplication, readShape, toApplication } from './graph-shapes.ts'

const Principal = z.looseObject({ id: z.string() })

/** https://learn.microsoft.com/graph/api/application-post-applications, .../serviceprincipal-post-serviceprincipals */
export function applicationWrites(
  methods: GraphMethods,
): Pick<Directory, 'createApplication' | 'createServicePrincipal'> {
  const { write } = methods
  const { findServicePrincipal } = applicationMethods(methods)
  const need = 'createApplication'
  return {
    createApplication: (caller, { displayName }) =>
      write(caller, {
        request: {
          method: 'POST',
          path: '/v1.0/applications',
          // Graph's own default would let every Microsoft account sign in.
          body: { displayName, signInAudience: 'AzureADMyOrg' },
        },
        expects: 'object',
        need,
        scope: '/',
        read: ({ body }) => toApplication(readShape(GraphApplication, body)),
        // Names are not unique, so nothing tells the new one from others.
        settle: () => Promise.reject(new Error('a new application has no key to look for')),
      }),
    createServicePrincipal: (caller, appId) =>
      write(caller, {
        request: { method: 'POST', path: '/v1.0/servicePrincipals', body: { appId } },
        expects: 'object',
        need,
        scope: applicationId(appId),
        read: ({ body }) => readShape(Principal, body).id,
        settle: async () => {
          const value = await findServicePrincipal(caller, appId)
          return value === null ? null : { value }
        },
      }),
  }
}
