import { createHash } from 'node:crypto'
import type { SignInProblem } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import type { Audit, Caller, Clock } from '../ports.ts'
import { hashSecret, looksLikeSecret, newSecret } from '../sessions/secrets.ts'
import type { SessionStore } from '../sessions/session-store.ts'
import type { EntraFacts } from './entra-metadata.ts'
import type { MsalClientFactory } from './msal-client.ts'
import { redeemCode, type Redeemed } from './redeem-code.ts'
import type { Attempt, SignInAttempts } from './sign-in-attempts.ts'
import { UnsealError } from './sealing.ts'
import { SignInRefusal } from './sign-in-refusal.ts'
import { MemorySlot } from './token-cache-plugin.ts'

export interface SignInParts {
  readonly tenantId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly scopes: readonly string[]
  readonly entra: EntraFacts
  readonly msal: MsalClientFactory
  readonly attempts: SignInAttempts
  readonly sessions: SessionStore
  readonly audit: Audit
  readonly clock: Clock
}

export interface CallbackQuery {
  readonly code?: string | undefined
  readonly state?: string | undefined
  readonly error?: string | undefined
  readonly error_description?: string | undefined
}

export interface Browser {
  /** Value of the sign-in cookie. */
  readonly signInSecret: string | undefined
  /** Value of the session cookie, where the browser sent it. */
  readonly sessionSecret: string | undefined
}

/** Begins a sign-in: where to send the browser, and the value of its sign-in cookie. */
export async function beginSignIn(
  parts: SignInParts,
  returnTo: string,
  browser: Browser,
): Promise<{ location: string; signInSecret: string }> {
  const known = browser.signInSecret
  // A value is kept only while it belongs to an attempt of ours, so that tabs can run in parallel; never adopted.
  const keep = known !== undefined && looksLikeSecret(known) && (await parts.attempts.hasMore(known))
  const signInSecret = keep ? known : newSecret()
  const session =
    browser.sessionSecret === undefined ? null : await parts.sessions.find(browser.sessionSecret)
  const claims = session === null ? null : await parts.sessions.readStepUp(session.sessionId)
  const attempt = {
    nonce: newSecret(),
    verifier: newSecret(),
    returnTo,
    replaces: session?.sessionId ?? null,
  }
  const state = await parts.attempts.begin(signInSecret, attempt)
  const client = await parts.msal(new MemorySlot())
  const location = await client.getAuthCodeUrl({
    scopes: [...parts.scopes],
    redirectUri: parts.redirectUri,
    responseMode: 'query',
    state,
    nonce: attempt.nonce,
    codeChallenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
    codeChallengeMethod: 'S256',
    ...(session !== null && { loginHint: session.loginHint ?? session.username }),
    ...(claims !== null && { claims }),
  })
  return { location, signInSecret }
}

/** Ends a sign-in: the new session's cookie value and the page to go to. Throws SignInRefusal. */
export async function completeSignIn(
  parts: SignInParts,
  query: CallbackQuery,
  browser: Browser,
): Promise<{ sessionSecret: string; returnTo: string; moreAttempts: boolean }> {
  const { signInSecret } = browser
  const attempt = await takeAttempt(parts, query.state, signInSecret)
  if (query.error !== undefined || query.code === undefined) throw refusedByEntra(query)
  const redeemed = await redeemCode(parts, query.code, attempt)
  const replaces = [
    attempt.replaces,
    browser.sessionSecret === undefined ? null : hashSecret(browser.sessionSecret),
  ]
  const sessionSecret = await store(
    parts,
    redeemed,
    replaces.filter((id) => id !== null),
  )
  const moreAttempts = signInSecret !== undefined && (await parts.attempts.hasMore(signInSecret))
  return { sessionSecret, returnTo: attempt.returnTo, moreAttempts }
}

async function takeAttempt(
  parts: SignInParts,
  state: string | undefined,
  signInSecret: string | undefined,
): Promise<Attempt> {
  if (state === undefined || !looksLikeSecret(state)) throw new SignInRefusal('expired', 'no state of ours')
  const attempt = await parts.attempts.take(state, signInSecret ?? '')
  if (attempt === 'unknown') throw new SignInRefusal('expired', 'unknown, used or late state')
  if (attempt === 'other-browser') throw new SignInRefusal('other-browser', 'state of another browser')
  return attempt
}

async function store(parts: SignInParts, redeemed: Redeemed, replaces: readonly string[]): Promise<string> {
  const { claims, homeAccountId, tokenCache } = redeemed
  const user = {
    objectId: claims.oid,
    tenantId: claims.tid,
    username: claims.preferred_username,
    displayName: claims.name,
  }
  const sessionSecret = await parts.sessions.create({
    user,
    homeAccountId,
    entraSessionId: claims.sid ?? null,
    loginHint: claims.login_hint ?? null,
    tokenCache,
    replaces,
  })
  const caller: Caller = { sessionId: hashSecret(sessionSecret), ...user }
  try {
    await parts.audit.record({
      caller,
      operation: 'session.sign-in',
      target: `/tenants/${caller.tenantId}`,
      outcome: 'succeeded',
    })
  } catch (error) {
    // Without a record there is no session.
    await parts.sessions.end(caller.sessionId)
    throw error
  }
  return sessionSecret
}

function refusedByEntra({ error, error_description: words }: CallbackQuery): SignInRefusal {
  const cancelled = error === 'access_denied' && !/AADSTS(?!65004)\d+/.test(words ?? '')
  const reason: SignInProblem = cancelled ? 'cancelled' : 'refused'
  return new SignInRefusal(reason, `Entra answered ${error ?? 'without a code'}: ${words ?? ''}`)
}

/** The reason that the person is shown for anything that went wrong. */
export function reasonFor(error: unknown): SignInProblem {
  if (error instanceof SignInRefusal) return error.reason
  // Its key was retired while the person was away.
  if (error instanceof UnsealError) return 'expired'
  if (error instanceof PortalError && ['UPSTREAM_FAILED', 'UPSTREAM_TIMEOUT'].includes(error.code)) {
    return 'entra-unreachable'
  }
  return 'portal-fault'
}
