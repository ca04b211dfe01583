import { createHash, X509Certificate } from 'node:crypto'
import { ConfidentialClientApplication, LogLevel, type NodeAuthOptions } from '@azure/msal-node'
import type { ClientCredential } from '../config.ts'
import type { EntraFacts } from './entra-metadata.ts'
import { entraNetwork } from './entra-network.ts'
import { cachePluginFor, type TokenCacheSlot } from './token-cache-plugin.ts'

export interface MsalSettings {
  readonly clientId: string
  readonly clientCredential: ClientCredential
  readonly entra: EntraFacts
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
        networkClient: entraNetwork,
        disableInternalRetries: true,
        loggerOptions: {
          piiLoggingEnabled: false,
          logLevel: LogLevel.Error,
          loggerCallback: () => undefined,
        },
      },
    })
}

function credentialOptions(
  credential: ClientCredential,
): Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate'> {
  if (credential.kind === 'secret') return { clientSecret: credential.secret }
  const certificate = new X509Certificate(credential.pem)
  const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]+?-----END [A-Z ]*PRIVATE KEY-----/.exec(
    credential.pem,
  )
  return {
    clientCertificate: {
      thumbprintSha256: createHash('sha256').update(certificate.raw).digest('hex'),
      privateKey: privateKey?.[0] ?? '',
      x5c: certificate.toString(),
    },
  }
}
