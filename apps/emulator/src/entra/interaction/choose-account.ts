import { interactionRequired, loginRequired } from '../core/refusal.ts'
import type { Interaction } from './interaction.ts'
import type { SignedIn } from './sessions.ts'

/**
 * The account to go on with without asking, if there is one. With `prompt=none` nobody can be asked: that throws.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow#request-an-authorization-code
 */
export function chooseAccount(
  { prompt, sessionId, loginHint }: Interaction,
  sessions: readonly SignedIn[],
): SignedIn | undefined {
  if (prompt === 'login' || prompt === 'select_account' || prompt === 'create') return undefined
  const wanted =
    sessionId !== null
      ? sessions.filter(({ session }) => session.sessionId === sessionId)
      : loginHint !== null
        ? sessions.filter(({ user }) => user.username.toLowerCase() === loginHint.toLowerCase())
        : sessions
  if (wanted.length === 1) return wanted[0]
  if (prompt !== 'none') return undefined
  if (wanted.length === 0) {
    throw loginRequired(50058, 'A silent sign-in request was sent but no user is signed in.')
  }
  throw interactionRequired(
    16000,
    'Either multiple user identities are available for the current request or selected account is not supported for the scenario.',
  )
}
