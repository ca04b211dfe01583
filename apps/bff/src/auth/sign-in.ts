import { createHash } from 'node:crypto'
import type { SignInProblem } from '@trustwright/shared-schemas'
import { isAdministrator } from '../domain/administrators.ts'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import { hashSecret, looksLikeSecret, newSecret } from '../sessions/secrets.ts'
import { redeemCode, type Redeemed } from './redeem-code.ts'
import type { Attempt } from './sign-in-attempts.ts'
import { UnsealError } from './sealing.ts'
import { SignInRefusal } from './sign-in-refusal.ts'
import { MemorySlot } from './token-cache-plugin.ts'
import type { SignInParts } from './sign-in-parts.ts'

export interface CallbackQuery {
  readonly code?: string | undefined
  readonly state?: string | undefined
  readonly error?: string | undefined
  readonly error_description?: string | undefined
}

export interface Browser {
  /** Value of the cookie of this attempt. */
  readonly signInSecret: string | undefined
  /** Value of the session cookie, where the browser sent it. */
  readonly sessionSecret: string | undefined
}

/** Begins a sign-in: where to send the browser, the attempt's state, and the value of its cookie. */
export async function beginSignIn(
  parts: SignInParts,
  returnTo: string,
  sessionSecret: string | undefined,
): Promise<{ location: string; state: string; signInSecret: string }> {
  const signInSecret = newSecret()
  const session = sessionSecret === undefined ? null : await parts.sessions.find(sessionSecret)
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
  return { location, state, signInSecret }
}

/** Ends a sign-in: the new session's cookie value and the page to go to. Throws SignInRefusal. */
export async function completeSignIn(
  parts: SignInParts,
  query: CallbackQuery,
  browser: Browser,
): Promise<{ sessionSecret: string; returnTo: string }> {
  const attempt = await takeAttempt(parts, query.state, browser.signInSecret)
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
  return { sessionSecret, returnTo: attempt.returnTo }
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
    isAdmin: isAdministrator(parts.administrators, { objectId: claims.oid, roles: claims.roles }),
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
