import { ConfidentialClientApplication, LogLevel, type INetworkModule } from '@azure/msal-node'
import type { ClientCredential } from '../config.ts'
import type { EntraFacts } from './entra-metadata.ts'
import { entraNetwork } from './entra-network.ts'
import { credentialOptions } from './own-credential/credential-options.ts'
import { cachePluginFor, type TokenCacheSlot } from './token-cache-plugin.ts'

export interface MsalSettings {
  readonly clientId: string
  readonly clientCredential: ClientCredential
  readonly entra: EntraFacts
  /** Where its requests go; to Entra where absent. */
  readonly network?: INetworkModule
}

/** Makes an MSAL client for one request; it is never shared. Building one costs microseconds. */
export type MsalClientFactory = (slot: TokenCacheSlot) => Promise<ConfidentialClientApplication>

export function createMsalClientFactory(settings: MsalSettings): MsalClientFactory {
  const credential = credentialOptions(settings.clientCredential)
  const { authority } = settings.entra
  return async (slot) =>
    new ConfidentialClientApplication({
      auth: {
        clientId: settings.clientId,
        authority,
        knownAuthorities: [new URL(authority).host],
        authorityMetadata: JSON.stringify(await settings.entra.metadata()),
        // ARM may ask for fresh claims (continuous access evaluation); TokenSource handles that.
        clientCapabilities: ['cp1'],
        ...credential,
      },
      cache: { cachePlugin: cachePluginFor(slot) },
      system: {
        networkClient: settings.network ?? entraNetwork,
        disableInternalRetries: true,
        loggerOptions: {
          piiLoggingEnabled: false,
          logLevel: LogLevel.Error,
          loggerCallback: () => undefined,
        },
      },
    })
}
