import { useSyncExternalStore } from 'react'
import { readSessionLost, subscribeSessionLost, type SessionLostCode } from '../api/session-lost.ts'

/** Why the person has to sign in again; null while the session stands, and again after a sign-in in a frame. */
export function useSessionLost(): SessionLostCode | null {
  return useSyncExternalStore(subscribeSessionLost, readSessionLost)
}
