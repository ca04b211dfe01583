import type { TokenCredential } from '@azure/core-auth'
import type { HttpClient } from '@azure/core-rest-pipeline'
import { claimsExtra } from '../domain/claims-challenge.ts'
import { PortalError } from '../errors.ts'
import type { ArmToken, Caller, Clock, TokenOptions, TokenSource } from '../ports.ts'
import { createAzureHttpClient, type Expected } from './azure-http-client.ts'
import { AzureRefusal } from './azure-failures.ts'
import type { CallKind, CallPolicy } from './call-policy.ts'

export interface AzureCall<Clients, T> {
  readonly caller: Caller
  readonly kind: CallKind
  readonly expects: Expected
  readonly onSent?: (() => void) | undefined
  readonly run: (clients: Clients, signal: AbortSignal) => Promise<T>
}

export interface AzureResult<T> {
  readonly value: T
  /** Request id of the last answer, for audit and support. */
  readonly requestId: string | null
}

/** Runs one call as the caller, with clients made for it alone. Throws unmapped errors. */
export type CallAzure<Clients> = <T>(call: AzureCall<Clients, T>) => Promise<AzureResult<T>>

export interface CallAzureOptions<Clients> {
  /** `https://management.azure.com`, `https://graph.microsoft.com`, or another cloud's. */
  readonly endpoint: string
  readonly token: (caller: Caller, options?: TokenOptions) => Promise<ArmToken>
  readonly rememberStepUp: TokenSource['rememberStepUp']
  readonly clock: Clock
  readonly policy: CallPolicy
  readonly clients: (endpoint: string, credential: TokenCredential, httpClient: HttpClient) => Clients
}

export function createCallAzure<Clients>(options: CallAzureOptions<Clients>): CallAzure<Clients> {
  const { endpoint, token: tokenOf, rememberStepUp, clock, policy } = options
  const { origin } = new URL(endpoint)

  async function attempt<T>(
    call: AzureCall<Clients, T>,
    signal: AbortSignal,
    fresh: TokenOptions,
    onClaims: (claims: string) => void,
  ) {
    const token = await tokenOf(call.caller, fresh)
    let requestId: string | null = null
    const httpClient = createAzureHttpClient({
      origin,
      expects: call.expects,
      now: () => new Date(clock.now()),
      onSent: call.onSent,
      onRequestId: (id) => {
        requestId = id
      },
    })
    const credential: TokenCredential = {
      async getToken(_scopes, challenge) {
        const { claims } = challenge ?? {}
        if (claims !== undefined) onClaims(claims)
        const current = claims === undefined ? token : await tokenOf(call.caller, { claims })
        return { token: current.token, expiresOnTimestamp: current.expiresAt.getTime() }
      },
    }
    const value = await call.run(options.clients(endpoint, credential, httpClient), signal)
    return { value, requestId }
  }

  return (call) =>
    policy.run(call.kind, async (signal) => {
      let wanted: string | undefined
      const onClaims = (claims: string) => {
        wanted = claims
      }
      try {
        return await attempt(call, signal, {}, onClaims)
      } catch (error) {
        if (isClaimsChallenge(error)) {
          // Work in the background has nobody to tell, and the next sign-in has to know what for.
          if (wanted !== undefined) await rememberStepUp(call.caller, wanted)
          throw new PortalError('STEP_UP_REQUIRED', { ...claimsExtra(wanted), cause: error })
        }
        // A 401 was not carried out, so also a write may be sent again, once, with a new token.
        if (!(error instanceof AzureRefusal) || error.answer.status !== 401) throw error
        return await attempt(call, signal, { forceRefresh: true }, onClaims)
      }
    })
}

/** A challenge that was left after the pipeline had answered it with a new token. */
function isClaimsChallenge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 401
}
