import type { Caller, TokenSource } from '../ports.ts'
import { isBearerId } from '../sessions/bearer-id.ts'

export interface TokensByDoor {
  /** Of people with a session of the browser. */
  readonly cookie: TokenSource
  /** Of people who came with an access token. */
  readonly bearer: TokenSource
  /** The portal's own, for work that nobody signed in for. */
  readonly nobody: TokenSource
}

/** Tokens by how the person came, which only the id of their sign-in tells. */
export function tokensByDoor({ cookie, bearer, nobody }: TokensByDoor): TokenSource {
  const sourceOf = ({ sessionId }: Caller): TokenSource => {
    if (sessionId === '') return nobody
    return isBearerId(sessionId) ? bearer : cookie
  }
  return {
    armToken: (caller, options) => sourceOf(caller).armToken(caller, options),
    graphToken: (caller, options) => sourceOf(caller).graphToken(caller, options),
    rememberStepUp: (caller, claims) => sourceOf(caller).rememberStepUp(caller, claims),
  }
}
