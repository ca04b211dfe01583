import type { Application } from './kernel/entities/directory.ts'
import type { Settings } from './kernel/world.ts'
import { firstParty } from './seed-first-party.ts'
import { portalClient } from './seed.ts'

/** The portal as a resource of its own, for scripts and for pages in a frame: what docs/register.sh registers. */
export function portalApi({
  portal,
  portalOrigin,
}: Settings): Pick<Application, 'api' | 'identifierUris' | 'redirectUris'> {
  const { clientId } = portal
  const { scope, scopeId } = portalClient
  return {
    identifierUris: [`api://${clientId}`],
    redirectUris: { web: portal.redirectUris, spa: [`${portalOrigin}/embed/redirect`], publicClient: [] },
    api: {
      requestedAccessTokenVersion: 2,
      acceptMappedClaims: null,
      knownClientApplications: [],
      oauth2PermissionScopes: [
        {
          id: scopeId,
          value: scope,
          type: 'User',
          isEnabled: true,
          adminConsentDisplayName: 'Use Trustwright as the signed-in person',
          adminConsentDescription:
            'Lets the client read and write trusts with the rights of the signed-in person.',
          userConsentDisplayName: 'Use Trustwright as you',
          userConsentDescription: 'Lets the client read and write trusts with your rights.',
        },
      ],
      preAuthorizedApplications: [firstParty.azureCli.appId, clientId].map((appId) => ({
        appId,
        delegatedPermissionIds: [scopeId],
      })),
    },
  }
}
