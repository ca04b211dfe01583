import type { Application } from './kernel/entities/directory.ts'

interface Exposed {
  readonly scopeId: string
  readonly scope: string
  /** As people know it: `Use <product> as you`. */
  readonly product: string
  /** What it holds, in the plural. */
  readonly things: string
  /** Client IDs for which nobody is asked. */
  readonly clients: readonly string[]
}

/** The API of an app registration that others call as the signed-in person, by one permission. */
export function exposedApi({ scopeId, scope, product, things, clients }: Exposed): Application['api'] {
  return {
    requestedAccessTokenVersion: 2,
    acceptMappedClaims: null,
    knownClientApplications: [],
    oauth2PermissionScopes: [
      {
        id: scopeId,
        value: scope,
        type: 'User',
        isEnabled: true,
        adminConsentDisplayName: `Use ${product} as the signed-in person`,
        adminConsentDescription: `Lets the client read and write ${things} with the rights of the signed-in person.`,
        userConsentDisplayName: `Use ${product} as you`,
        userConsentDescription: `Lets the client read and write ${things} with your rights.`,
      },
    ],
    preAuthorizedApplications: clients.map((appId) => ({ appId, delegatedPermissionIds: [scopeId] })),
  }
}
