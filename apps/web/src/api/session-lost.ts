import type { Problem, Session } from '@trustwright/shared-schemas'

const codes = [
  'SIGN_IN_REQUIRED',
  'SESSION_ENDED',
  'TOKEN_REFUSED',
  'STEP_UP_REQUIRED',
  'CONSENT_REQUIRED',
] as const
/** `WORK_WAITS` is of this page alone: work in the background wants a fresh sign-in. */
export type SessionLostCode = (typeof codes)[number] | 'WORK_WAITS'

/** What the next sign-in has to bring. */
export interface WantedOfSignIn {
  /** JSON of a claims request; null where Azure named none. */
  readonly claims: string | null
  /** Scopes that the person has to agree to. */
  readonly consent: readonly string[]
}

const nothing: WantedOfSignIn = { claims: null, consent: [] }
let lost: SessionLostCode | null = null
let wanted = nothing
const listeners = new Set<() => void>()

/** Remembers that an answer said the session is over. Other codes change nothing. */
export function noticeSessionCode(problem: Pick<Problem, 'code' | 'claims' | 'consent'>): void {
  const known = codes.find((one) => one === problem.code)
  if (known !== undefined) lose(known, problem)
}

/** Azure may want a fresh sign-in for work that goes on without an answer to the page; then the session says so. */
export function noticeSession({ claims }: Pick<Session, 'claims'>): void {
  if (claims !== undefined) lose('WORK_WAITS', { claims })
}

function lose(why: SessionLostCode, { claims, consent }: Pick<Problem, 'claims' | 'consent'>): void {
  lost = why
  wanted = {
    claims: claims === undefined ? null : decoded(claims),
    consent: consent?.scopes ?? [],
  }
  tell()
}

/** Why the person has to sign in again; null while the session stands. */
export function readSessionLost(): SessionLostCode | null {
  return lost
}

export function readWantedOfSignIn(): WantedOfSignIn {
  return wanted
}

/** The person signed in again without leaving the page. */
export function forgetSessionLost(): void {
  lost = null
  wanted = nothing
  tell()
}

export function subscribeSessionLost(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function tell(): void {
  for (const listener of listeners) listener()
}

/** https://datatracker.ietf.org/doc/html/rfc4648#section-5 */
function decoded(text: string): string {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return new TextDecoder().decode(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)))
}
