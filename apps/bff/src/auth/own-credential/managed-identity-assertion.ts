import { setTimeout } from 'node:timers/promises'
import { LogLevel, ManagedIdentityApplication } from '@azure/msal-node'
import { entraNetwork } from '../entra-network.ts'
import { compactToken } from './compact-token.ts'
import { credentialMissing } from './credential-missing.ts'

/** A user-assigned managed identity of the machine that the portal runs on. */
export interface MachineIdentity {
  readonly clientId: string
  /** What its token is asked for: the audience of token exchanges in this cloud. */
  readonly resource: string
}

/**
 * A managed identity's token as a client assertion. MSAL knows the endpoint of the machine (virtual machines and what runs
 * on them, App Service, Container Apps, Service Fabric) and keeps the token until it ends. Throws PortalError INTERNAL.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 */
export function managedIdentityAssertion(
  { clientId, resource }: MachineIdentity,
  patienceMs = 15_000,
): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    managedIdentityIdParams: { userAssignedClientId: clientId },
    system: {
      networkClient: entraNetwork,
      loggerOptions: {
        piiLoggingEnabled: false,
        logLevel: LogLevel.Error,
        loggerCallback: () => undefined,
      },
    },
  })
  // The endpoint refuses who asks often: requests that arrive together ask once.
  let underWay: Promise<string> | null = null
  // MSAL keeps whatever the answer had in the place of the token.
  let keepsNone = false
  async function acquire(): Promise<string> {
    try {
      const { accessToken } = await identity.acquireToken({ resource, forceRefresh: keepsNone })
      keepsNone = !compactToken.test(accessToken)
      if (keepsNone) throw new Error('the machine answered something that is no token')
      return accessToken
    } catch (cause) {
      throw credentialMissing(cause)
    } finally {
      underWay = null
    }
  }
  return async () => await orLate((underWay ??= acquire()), patienceMs)
}

/** MSAL asks a machine that restarts for 70 seconds. Nobody waits that long; who comes later gets what it brought. */
async function orLate(token: Promise<string>, patienceMs: number): Promise<string> {
  const patience = new AbortController()
  const late = setTimeout(patienceMs, undefined, { signal: patience.signal }).then(
    () => {
      throw credentialMissing(new Error(`the machine gave no token within ${patienceMs} ms`))
    },
    // Only `abort` ends the wait early, and then the token is there.
    () => token,
  )
  try {
    return await Promise.race([token, late])
  } finally {
    patience.abort()
  }
}
