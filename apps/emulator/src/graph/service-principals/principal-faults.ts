import type { GraphFault } from '../core/refusal.ts'

/** What Graph says to a write of a service principal. Seen in pastes of Azure CLI users. */
export const principalFaults = {
  sameApplication: (appId: string): GraphFault => ({
    status: 409,
    code: 'Request_MultipleObjectsWithSameKeyValue',
    message: `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
    details: [
      {
        code: 'ObjectConflict',
        target: 'servicePrincipalNames',
        message: `The service principal cannot be created, updated, or restored because the service principal name ${appId} is already in use.`,
      },
    ],
  }),
  unknownApplication: (appId: string): GraphFault => ({
    status: 400,
    code: 'Request_BadRequest',
    message: `When using this permission, the backing application of the service principal being created must in the local tenant. The appId '${appId}' of the service principal does not reference a valid application object.`,
  }),
} as const
