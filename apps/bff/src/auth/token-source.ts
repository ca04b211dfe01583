import { AuthError, InteractionRequiredAuthError, type SilentFlowRequest } from '@azure/msal-node'
import { notConsented } from '../domain/graph-needs.ts'
import { PortalError } from '../errors.ts'
import type { Caller, GraphToken, TokenSource } from '../ports.ts'
import type { SessionStore, StoredTokenCache } from '../sessions/session-store.ts'
import type { MsalClientFactory } from './msal-client.ts'
import { isConsentMissing, notRenewed, toToken } from './msal-answers.ts'
import { UnsealError } from './sealing.ts'
import { assertOnlyAccount, type TokenCacheSlot } from './token-cache-plugin.ts'
import { tokensInTurn, type TokenRequest, type TokenScopes } from './tokens-in-turn.ts'

export interface TokenSourceParts extends TokenScopes {
  readonly sessions: Pick<SessionStore, 'end' | 'readTokenCache' | 'rememberStepUp' | 'writeTokenCache'>
  readonly msal: MsalClientFactory
}

/** Tokens of signed-in people from their sealed caches, refreshed when they are old. */
export function createTokenSource(parts: TokenSourceParts): TokenSource {
  return {
    ...tokensInTurn(parts, (request) => acquire(parts, request)),
    rememberStepUp: ({ sessionId }, claims) => parts.sessions.rememberStepUp(sessionId, claims),
  }
}

async function acquire(parts: TokenSourceParts, request: TokenRequest): Promise<GraphToken> {
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
    return toToken(await client.acquireTokenSilent(silent))
  } catch (error) {
    throw await explain(parts, request, error)
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

function slotOf(
  sessions: TokenSourceParts['sessions'],
  sessionId: string,
  stored: StoredTokenCache,
): TokenCacheSlot {
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
  return notRenewed(error)
}

async function endSession(parts: TokenSourceParts, caller: Caller, cause: unknown): Promise<PortalError> {
  await parts.sessions.end(caller.sessionId)
  return new PortalError('SESSION_ENDED', { cause })
}
