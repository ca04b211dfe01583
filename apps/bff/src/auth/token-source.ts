import { AuthError, InteractionRequiredAuthError, type SilentFlowRequest } from '@azure/msal-node'
import { PortalError } from '../errors.ts'
import type { ArmToken, ArmTokenOptions, Caller, TokenSource } from '../ports.ts'
import type { SessionStore, StoredTokenCache } from '../sessions/session-store.ts'
import type { MsalClientFactory } from './msal-client.ts'
import { UnsealError } from './sealing.ts'
import { assertOnlyAccount, type TokenCacheSlot } from './token-cache-plugin.ts'

export interface TokenSourceParts {
  readonly sessions: SessionStore
  readonly msal: MsalClientFactory
  readonly armScope: string
}

/** Tokens of signed-in people from their sealed caches, refreshed when they are old. */
export function createTokenSource(parts: TokenSourceParts): TokenSource {
  /** Per session one at a time, so that a refresh token is used once and its successor is kept. */
  const waiting = new Map<string, Promise<unknown>>()

  return {
    armToken: async (caller, options = {}) => {
      const before = waiting.get(caller.sessionId) ?? Promise.resolve()
      const mine = before.then(
        () => acquire(parts, caller, options),
        () => acquire(parts, caller, options),
      )
      waiting.set(caller.sessionId, mine)
      try {
        return await mine
      } finally {
        if (waiting.get(caller.sessionId) === mine) waiting.delete(caller.sessionId)
      }
    },
  }
}

async function acquire(parts: TokenSourceParts, caller: Caller, options: ArmTokenOptions): Promise<ArmToken> {
  const stored = await readCache(parts, caller)
  const client = await parts.msal(slotOf(parts.sessions, caller.sessionId, stored))
  const accounts = await client.getTokenCache().getAllAccounts()
  const account = accounts.find(({ homeAccountId }) => homeAccountId === stored.homeAccountId)
  if (account === undefined)
    throw await endSession(parts, caller, new Error('the token cache holds no account'))
  const request: SilentFlowRequest = {
    account,
    scopes: [parts.armScope],
    ...(options.forceRefresh !== undefined && { forceRefresh: options.forceRefresh }),
    ...(options.claims !== undefined && { claims: options.claims }),
  }
  try {
    const { accessToken, expiresOn } = await client.acquireTokenSilent(request)
    if (expiresOn === null)
      throw new PortalError('UPSTREAM_FAILED', { cause: new Error('a token without an end') })
    return { token: accessToken, expiresAt: expiresOn }
  } catch (error) {
    throw await explain(parts, caller, options, error)
  }
}

async function readCache(parts: TokenSourceParts, caller: Caller): Promise<StoredTokenCache> {
  try {
    const stored = await parts.sessions.readTokenCache(caller.sessionId)
    if (stored === null) throw new PortalError('SESSION_ENDED')
    if (!stored.stale) return stored
    const resealed = await parts.sessions.writeTokenCache(caller.sessionId, stored.text, stored.version)
    return resealed
      ? { ...stored, version: stored.version + 1, stale: false }
      : await readCache(parts, caller)
  } catch (error) {
    if (error instanceof UnsealError) throw await endSession(parts, caller, error)
    throw error
  }
}

function slotOf(sessions: SessionStore, sessionId: string, stored: StoredTokenCache): TokenCacheSlot {
  let { text, version } = stored
  return {
    read: () => Promise.resolve(text),
    write: async (next) => {
      assertOnlyAccount(next, stored.homeAccountId)
      text = next
      // When another replica was faster, its tokens stay: both refreshed, and either works.
      if (await sessions.writeTokenCache(sessionId, next, version)) version += 1
    },
  }
}

/** Errors of Entra that no interaction is asked for, but a new sign-in is the only way on. */
const dead = new Set(['invalid_grant', 'no_tokens_found', 'refresh_token_expired', 'bad_token'])

async function explain(
  parts: TokenSourceParts,
  caller: Caller,
  options: ArmTokenOptions,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof AuthError)) return error
  if (dead.has(error.errorCode)) return await endSession(parts, caller, error)
  if (error instanceof InteractionRequiredAuthError) {
    const claims = error.claims === '' ? options.claims : error.claims
    if (claims !== undefined) await parts.sessions.rememberStepUp(caller.sessionId, claims)
    return new PortalError('STEP_UP_REQUIRED', { cause: error })
  }
  return new PortalError('UPSTREAM_FAILED', {
    detail: 'Microsoft Entra did not renew your access.',
    upstream: {
      service: 'entra',
      status: null,
      code: error.errorCode,
      message: null,
      requestId: null,
      correlationId: error.correlationId,
    },
    cause: error,
  })
}

async function endSession(parts: TokenSourceParts, caller: Caller, cause: unknown): Promise<PortalError> {
  await parts.sessions.end(caller.sessionId)
  return new PortalError('SESSION_ENDED', { cause })
}
