import {
  AuthError,
  type AuthenticationResult,
  InteractionRequiredAuthError,
  type SilentFlowRequest,
} from '@azure/msal-node'
import { notConsented } from '../domain/graph-needs.ts'
import { PortalError } from '../errors.ts'
import type { Caller, GraphToken, TokenOptions, TokenSource } from '../ports.ts'
import type { SessionStore, StoredTokenCache } from '../sessions/session-store.ts'
import type { MsalClientFactory } from './msal-client.ts'
import { UnsealError } from './sealing.ts'
import { assertOnlyAccount, type TokenCacheSlot } from './token-cache-plugin.ts'

export interface TokenSourceParts {
  readonly sessions: SessionStore
  readonly msal: MsalClientFactory
  readonly armScope: string
  /** `.default`, so that the portal works with what it was given: reading alone, or writing too. */
  readonly graphScope: string
}

/** Tokens of signed-in people from their sealed caches, refreshed when they are old. */
export function createTokenSource(parts: TokenSourceParts): TokenSource {
  /** Per session one at a time, so that a refresh token is used once and its successor is kept. */
  const waiting = new Map<string, Promise<unknown>>()

  async function inTurn(request: TokenRequest): Promise<Acquired> {
    const { sessionId } = request.caller
    const before = waiting.get(sessionId) ?? Promise.resolve()
    const mine = before.then(
      () => acquire(parts, request),
      () => acquire(parts, request),
    )
    waiting.set(sessionId, mine)
    try {
      return await mine
    } finally {
      if (waiting.get(sessionId) === mine) waiting.delete(sessionId)
    }
  }

  return {
    armToken: async (caller, options = {}) => {
      const { token, expiresAt } = await inTurn({ caller, options, scope: parts.armScope })
      return { token, expiresAt }
    },
    graphToken: (caller, options = {}) => inTurn({ caller, options, scope: parts.graphScope }),
  }
}

interface TokenRequest {
  readonly caller: Caller
  readonly options: TokenOptions
  readonly scope: string
}

type Acquired = GraphToken

async function acquire(parts: TokenSourceParts, request: TokenRequest): Promise<Acquired> {
  const { caller, options, scope } = request
  const stored = await readCache(parts, caller)
  const client = await parts.msal(slotOf(parts.sessions, caller.sessionId, stored))
  const accounts = await client.getTokenCache().getAllAccounts()
  const account = accounts.find(({ homeAccountId }) => homeAccountId === stored.homeAccountId)
  if (account === undefined)
    throw await endSession(parts, caller, new Error('the token cache holds no account'))
  const silent: SilentFlowRequest = {
    account,
    scopes: [scope],
    ...(options.forceRefresh !== undefined && { forceRefresh: options.forceRefresh }),
    ...(options.claims !== undefined && { claims: options.claims }),
  }
  try {
    return toAcquired(await client.acquireTokenSilent(silent))
  } catch (error) {
    throw await explain(parts, request, error)
  }
}

function toAcquired({ accessToken, expiresOn, scopes }: AuthenticationResult): Acquired {
  if (expiresOn === null) {
    throw new PortalError('UPSTREAM_FAILED', { cause: new Error('a token without an end') })
  }
  // Entra names a scope with its resource before it, or bare.
  const permissions = [...new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)))]
  return { token: accessToken, expiresAt: expiresOn, permissions }
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
  { caller, options, scope }: TokenRequest,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof AuthError)) return error
  // A missing consent is no end of the session: what needs no Graph goes on.
  if (scope === parts.graphScope && isConsentMissing(error))
    return notConsented('Application.Read.All', error)
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

/** AADSTS65001. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function isConsentMissing(error: AuthError): boolean {
  return error.subError === 'consent_required' || /\bAADSTS65001\b/.test(error.errorMessage)
}

async function endSession(parts: TokenSourceParts, caller: Caller, cause: unknown): Promise<PortalError> {
  await parts.sessions.end(caller.sessionId)
  return new PortalError('SESSION_ENDED', { cause })
}
