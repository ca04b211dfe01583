import { createHash } from 'node:crypto'
import type { GithubSignInOutcome } from '@trustwright/shared-schemas'
import * as z from 'zod'
import { PortalError } from '../errors.ts'
import { GithubGrantRefused, type GithubOauth } from '../github-port.ts'
import type { Audit, Caller } from '../ports.ts'
import { looksLikeSecret, newSecret } from '../sessions/secrets.ts'
import type { SessionStore } from '../sessions/session-store.ts'
import type { GithubConnectionStore } from './github-connections.ts'
import { UnsealError } from './sealing.ts'
import type { AttemptKind, SignInAttempts } from './sign-in-attempts.ts'
import type { Browser, CallbackQuery } from './sign-in.ts'

const GithubAttempt = z.strictObject({
  verifier: z.string(),
  returnTo: z.string(),
  /** The session that began, whose person gets the connection: the way back carries no session cookie. */
  caller: z.strictObject({
    sessionId: z.string(),
    objectId: z.string(),
    tenantId: z.string(),
    username: z.string(),
  }),
})
export type GithubAttempt = z.output<typeof GithubAttempt>

export const githubSignIn: AttemptKind<GithubAttempt> = { name: 'github', shape: GithubAttempt }

export interface GithubSignInParts {
  /** Null where the portal is not registered at GitHub. */
  readonly oauth: GithubOauth | null
  readonly attempts: SignInAttempts<GithubAttempt>
  readonly connections: GithubConnectionStore
  readonly sessions: SessionStore
  readonly audit: Audit
}

/** Ends without a connection. `returnTo` is where the person came from, as far as it is known. */
export class GithubSignInRefusal extends Error {
  override readonly name = 'GithubSignInRefusal'
  readonly outcome: GithubSignInOutcome
  readonly returnTo: string | null

  constructor(outcome: GithubSignInOutcome, returnTo: string | null, cause?: unknown) {
    super(`no connection to GitHub: ${outcome}`, { cause })
    this.outcome = outcome
    this.returnTo = returnTo
  }
}

/** Where to send the browser, the attempt's state, and the value of its cookie. Throws GithubSignInRefusal. */
export async function beginGithubSignIn(
  { oauth, attempts, sessions }: GithubSignInParts,
  returnTo: string,
  sessionSecret: string | undefined,
): Promise<{ location: string; state: string; signInSecret: string }> {
  if (oauth === null) throw new GithubSignInRefusal('not-set-up', returnTo)
  const session = sessionSecret === undefined ? null : await sessions.find(sessionSecret)
  if (session === null) throw new GithubSignInRefusal('signed-out', returnTo)
  const { sessionId, objectId, tenantId, username } = session
  const verifier = newSecret()
  const signInSecret = newSecret()
  const caller = { sessionId, objectId, tenantId, username }
  const state = await attempts.begin(signInSecret, { verifier, returnTo, caller })
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  return { location: oauth.authorizeAddress(state, challenge), state, signInSecret }
}

/** Ends it: the page to go to. Throws GithubSignInRefusal. */
export async function completeGithubSignIn(
  parts: GithubSignInParts,
  query: CallbackQuery,
  signInSecret: Browser['signInSecret'],
): Promise<string> {
  const { verifier, returnTo, caller } = await takeAttempt(parts, query.state, signInSecret)
  try {
    if (parts.oauth === null) throw new GithubSignInRefusal('not-set-up', returnTo)
    if (query.error !== undefined || query.code === undefined) {
      throw new GithubSignInRefusal(query.error === 'access_denied' ? 'cancelled' : 'refused', returnTo)
    }
    await connect(parts, parts.oauth, caller, await redeem(parts.oauth, query.code, verifier))
    return returnTo
  } catch (error) {
    throw new GithubSignInRefusal(outcomeOf(error), returnTo, error)
  }
}

async function takeAttempt(
  { attempts }: GithubSignInParts,
  state: string | undefined,
  signInSecret: string | undefined,
): Promise<GithubAttempt> {
  if (state === undefined || !looksLikeSecret(state)) throw new GithubSignInRefusal('expired', null)
  const attempt = await attempts.take(state, signInSecret ?? '')
  if (attempt === 'unknown') throw new GithubSignInRefusal('expired', null)
  if (attempt === 'other-browser') throw new GithubSignInRefusal('other-browser', null)
  return attempt
}

async function redeem(oauth: GithubOauth, code: string, verifier: string) {
  const tokens = await oauth.redeem(code, verifier)
  return { tokens, login: await oauth.readLogin(tokens.token) }
}

async function connect(
  { audit, connections, sessions }: GithubSignInParts,
  oauth: GithubOauth,
  caller: Caller,
  { tokens, login }: Awaited<ReturnType<typeof redeem>>,
): Promise<void> {
  try {
    if (!(await sessions.isAlive(caller.sessionId))) throw new GithubSignInRefusal('expired', null)
    await connections.begin(caller.sessionId, login, tokens)
    const target = `/tenants/${caller.tenantId}`
    await audit.record({
      caller,
      operation: 'github.connect',
      target,
      outcome: 'succeeded',
      after: { login },
    })
  } catch (error) {
    // Without a record there is no connection, and what nobody will use is better gone at GitHub too.
    await oauth.withdraw(tokens.token)
    await connections.end(caller)
    throw error
  }
}

/** What the person is told of anything that went wrong. */
export function outcomeOf(error: unknown): GithubSignInOutcome {
  if (error instanceof GithubSignInRefusal) return error.outcome
  if (error instanceof UnsealError) return 'expired'
  if (error instanceof GithubGrantRefused) {
    return error.reason === 'bad_verification_code' ? 'expired' : 'refused'
  }
  if (error instanceof PortalError && error.code.startsWith('GITHUB_')) return 'unreachable'
  return 'portal-fault'
}
