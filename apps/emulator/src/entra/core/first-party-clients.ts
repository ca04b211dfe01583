import { newApplication } from '../../kernel/directory.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import { firstParty } from '../../seed-first-party.ts'
import { guidOf } from '../../seed-guid.ts'

const nativeAddress = 'https://login.microsoftonline.com/common/oauth2/nativeclient'

/**
 * Microsoft's public clients that every tenant knows and that need no consent. Their registrations lie in Microsoft's
 * tenant, so the directory does not list them; which redirect addresses they hold was taken from what their programs send.
 * https://learn.microsoft.com/entra/identity-platform/reply-url#localhost-exceptions
 */
const clients = new Map(
  [firstParty.azureCli, firstParty.azurePowerShell].map(({ appId, displayName }) => [
    appId,
    newApplication({
      objectId: guidOf(`first-party application ${appId}`),
      appId,
      displayName,
      createdAt: 0,
      signInAudience: 'AzureADandPersonalMicrosoftAccount',
      redirectUris: { web: [], spa: [], publicClient: ['http://localhost', nativeAddress] },
      isFallbackPublicClient: true,
    }),
  ]),
)

export function firstPartyClient(appId: string): Application | undefined {
  return clients.get(appId)
}

/** True for a client of Microsoft's: no consent, and refresh tokens shared within its family. */
export function isFirstParty(appId: string): boolean {
  return clients.has(appId)
}
