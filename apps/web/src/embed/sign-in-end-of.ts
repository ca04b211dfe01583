import { AuthError, BrowserAuthErrorCodes } from '@azure/msal-browser'
import type { SignInEnd, SignInOutcome } from '../components/embedded-door.ts'

const ends: Readonly<Record<string, SignInEnd>> = {
  [BrowserAuthErrorCodes.popupWindowError]: 'blocked',
  [BrowserAuthErrorCodes.emptyWindowError]: 'blocked',
  [BrowserAuthErrorCodes.userCancelled]: 'closed',
  [BrowserAuthErrorCodes.timedOut]: 'timed-out',
  // RFC 6749, section 4.1.2.1; Entra sends it for Cancel and for consent that was not given.
  access_denied: 'declined',
}

/** How a sign-in ended that signed nobody in. What is no answer of the library is thrown on. */
export function signInEndOf(error: unknown): Pick<SignInOutcome, 'end' | 'said'> {
  if (!(error instanceof AuthError)) throw error
  const end = ends[error.errorCode] ?? 'failed'
  // Only what Entra wrote is worth a person's eyes; the library's own words are for programmers.
  const said = /AADSTS\d+: .+?(?=\s+Trace ID:|[\r\n]|$)/.exec(error.errorMessage)?.[0] ?? null
  return { end, said: said ?? (end === 'failed' ? error.errorCode : null) }
}
