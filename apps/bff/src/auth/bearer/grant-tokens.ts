import { AuthError, InteractionRequiredAuthError, type OnBehalfOfRequest } from '@azure/msal-node'
import { claimsExtra } from '../../domain/claims-challenge.ts'
import { notConsented } from '../../domain/graph-needs.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, GraphToken, TokenSource } from '../../ports.ts'
import { isConsentMissing, notRenewed, toToken } from '../msal-answers.ts'
import type { MsalClientFactory } from '../msal-client.ts'
import { UnsealError } from '../sealing.ts'
import { assertOnlyAccount, type TokenCacheSlot } from '../token-cache-plugin.ts'
import { tokensInTurn, type TokenRequest, type TokenScopes } from '../tokens-in-turn.ts'
import type { GrantStore, StoredGrant } from './grant-store.ts'

export interface GrantTokenParts extends TokenScopes {
  readonly grants: Pick<GrantStore, 'read' | 'writeTokenCache' | 'rememberStepUp' | 'end'>
  readonly msal: MsalClientFactory
  readonly clientId: string
}

/**
 * Tokens on behalf of people who came with an access token, while that lives.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow
 */
export function createGrantTokens(parts: GrantTokenParts): TokenSource {
  return {
    ...tokensInTurn(parts, (request) => acquire(parts, request)),
    rememberStepUp: (caller, claims) => parts.grants.rememberStepUp(caller, claims),
  }
}

async function acquire(parts: GrantTokenParts, request: TokenRequest): Promise<GraphToken> {
  const { caller, options, scope } = request
  const stored = await readGrant(parts, caller)
  const client = await parts.msal(slotOf(parts, caller, stored))
  // It reads the stored cache: looking for a token of the assertion does not.
  await client.getTokenCache().getAllAccounts()
  const wanted: OnBehalfOfRequest = {
    oboAssertion: stored.assertion,
    scopes: [scope],
    ...(options.forceRefresh !== undefined && { skipCache: options.forceRefresh }),
    ...(options.claims !== undefined && { claims: options.claims }),
  }
  try {
    const result = await client.acquireTokenOnBehalfOf(wanted)
    if (result === null) throw new PortalError('UPSTREAM_FAILED', { cause: new Error('no token') })
    return toToken(result)
  } catch (error) {
    throw await explain(parts, request, error)
  }
}

async function readGrant({ grants }: GrantTokenParts, caller: Caller): Promise<StoredGrant> {
  try {
    const stored = await grants.read(caller)
    if (stored !== null) return stored
  } catch (error) {
    // Its key was retired: the caller gets a new token, as after its end.
    if (!(error instanceof UnsealError)) throw error
    await grants.end(caller)
  }
  throw tokenOver()
}

function slotOf({ grants }: GrantTokenParts, caller: Caller, stored: StoredGrant): TokenCacheSlot {
  let { tokenCache, version } = stored
  return {
    read: () => Promise.resolve(tokenCache),
    write: async (next) => {
      assertOnlyAccount(next, stored.homeAccountId)
      tokenCache = next
      // When another replica was faster, its tokens stay: either works.
      if (await grants.writeTokenCache(caller, next, version)) version += 1
    },
  }
}

async function explain(
  { clientId, grants, graphScope }: GrantTokenParts,
  { caller, options, scope }: TokenRequest,
  error: unknown,
): Promise<unknown> {
  if (!(error instanceof AuthError)) return error
  if (isConsentMissing(error)) {
    // What needs no Graph goes on, as for people with a session.
    if (scope === graphScope) return notConsented('Application.Read.All', error)
    return new PortalError('CONSENT_REQUIRED', { consent: { clientId, scopes: [scope] }, cause: error })
  }
  const claims = error instanceof InteractionRequiredAuthError ? error.claims : ''
  if (claims === '' && error.errorCode === 'invalid_grant') {
    await grants.end(caller)
    return tokenOver(error)
  }
  if (error instanceof InteractionRequiredAuthError) {
    const wanted = claims === '' ? options.claims : claims
    if (wanted !== undefined) await grants.rememberStepUp(caller, wanted)
    return new PortalError('STEP_UP_REQUIRED', {
      ...claimsExtra(wanted),
      nextStep: 'Get a new access token with the claims of this answer, then send again.',
      cause: error,
    })
  }
  return notRenewed(error)
}

function tokenOver(cause?: unknown): PortalError {
  return new PortalError('SESSION_ENDED', {
    detail: 'The access token is over, or Microsoft Entra takes it no longer.',
    nextStep: 'Get a new access token, then send again.',
    cause,
  })
}
