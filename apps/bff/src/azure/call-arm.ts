import type { TokenCredential } from '@azure/core-auth'
import { PortalError } from '../errors.ts'
import type { ArmTokenOptions, Caller, Clock, TokenSource } from '../ports.ts'
import { createArmClients, type ArmClients } from './arm-clients.ts'
import { createArmHttpClient, type Expected } from './arm-http-client.ts'
import { AzureRefusal } from './azure-failures.ts'
import type { CallKind, CallPolicy } from './call-policy.ts'

export interface ArmCall<T> {
  readonly caller: Caller
  readonly kind: CallKind
  readonly expects: Expected
  readonly run: (clients: ArmClients, signal: AbortSignal) => Promise<T>
}

export interface ArmResult<T> {
  readonly value: T
  /** `x-ms-request-id` of the last answer, for audit and support. */
  readonly requestId: string | null
}

/** Runs one call to ARM as the caller, with clients made for it alone. Throws unmapped errors. */
export type CallArm = <T>(call: ArmCall<T>) => Promise<ArmResult<T>>

export interface CallArmOptions {
  /** `https://management.azure.com`, or another cloud's. */
  readonly endpoint: string
  readonly tokens: TokenSource
  readonly clock: Clock
  readonly policy: CallPolicy
}

export function createCallArm({ endpoint, tokens, clock, policy }: CallArmOptions): CallArm {
  const { origin } = new URL(endpoint)

  async function attempt<T>(call: ArmCall<T>, signal: AbortSignal, options: ArmTokenOptions) {
    const token = await tokens.armToken(call.caller, options)
    let requestId: string | null = null
    const httpClient = createArmHttpClient({
      origin,
      expects: call.expects,
      now: () => new Date(clock.now()),
      onRequestId: (id) => {
        requestId = id
      },
    })
    const credential: TokenCredential = {
      async getToken(_scopes, challenge) {
        const { claims } = challenge ?? {}
        const current = claims === undefined ? token : await tokens.armToken(call.caller, { claims })
        return { token: current.token, expiresOnTimestamp: current.expiresAt.getTime() }
      },
    }
    const value = await call.run(createArmClients(endpoint, credential, httpClient), signal)
    return { value, requestId }
  }

  return (call) =>
    policy.run(call.kind, async (signal) => {
      try {
        return await attempt(call, signal, {})
      } catch (error) {
        if (isClaimsChallenge(error)) throw new PortalError('STEP_UP_REQUIRED', { cause: error })
        // A 401 was not carried out, so also a write may be sent again, once, with a new token.
        if (!(error instanceof AzureRefusal) || error.answer.status !== 401) throw error
        return await attempt(call, signal, { forceRefresh: true })
      }
    })
}

/** A challenge that was left after the SDK had answered it with a new token. */
function isClaimsChallenge(error: unknown): boolean {
  return error instanceof Error && 'statusCode' in error && error.statusCode === 401
}
