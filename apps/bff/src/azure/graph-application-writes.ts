import * as z from 'zod'
import type { Directory } from '../directory-port.ts'
import { applicationId } from '../domain/resource-ids.ts'
import { PortalError } from '../errors.ts'
import { applicationAddress } from './graph-addresses.ts'
import { applicationMethods } from './graph-applications.ts'
import type { GraphMethods } from './graph-methods.ts'
import { GraphApplication, readShape, toApplication } from './graph-shapes.ts'

const Principal = z.looseObject({ id: z.string() })

/** https://learn.microsoft.com/graph/api/application-post-applications, .../application-post-owners, .../serviceprincipal-post-serviceprincipals */
export function applicationWrites(
  methods: GraphMethods,
  endpoint: string,
): Pick<Directory, 'createApplication' | 'addOwner' | 'createServicePrincipal'> {
  const { write } = methods
  const { findServicePrincipal, listOwners } = applicationMethods(methods)
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
    addOwner: (caller, appId, objectId) =>
      write<null>(caller, {
        request: {
          method: 'POST',
          path: `${applicationAddress(appId)}/owners/$ref`,
          body: { '@odata.id': `${endpoint}/v1.0/directoryObjects/${objectId}` },
        },
        expects: 'nothing',
        need: 'writeCredentials',
        scope: applicationId(appId),
        read: () => null,
        settle: async () => {
          const owners = await listOwners(caller, appId)
          return owners.some((owner) => owner.objectId === objectId) ? { value: null } : null
        },
      }).catch(alreadyOwner),
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

function alreadyOwner(error: unknown) {
  const upstream = error instanceof PortalError ? error.extras.upstream : undefined
  if (upstream && /object references already exist.*'owners'/i.test(upstream.message ?? '')) {
    return { value: null, upstreamRequestId: upstream.requestId }
  }
  throw error
}
