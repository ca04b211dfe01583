import type { ErrorCode } from '@trustwright/shared-schemas'

export type SessionLostCode = 'SIGN_IN_REQUIRED' | 'SESSION_ENDED' | 'STEP_UP_REQUIRED'

let lost: SessionLostCode | null = null
const listeners = new Set<() => void>()

/** Remembers that an answer said the session is over. Other codes change nothing. */
export function noticeSessionCode(code: ErrorCode): void {
  if (code !== 'SIGN_IN_REQUIRED' && code !== 'SESSION_ENDED' && code !== 'STEP_UP_REQUIRED') return
  lost = code
  for (const listener of listeners) listener()
}

/** Why the person has to sign in again; null while the session stands. */
export function readSessionLost(): SessionLostCode | null {
  return lost
}

export function subscribeSessionLost(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
