import type { Caller } from '../ports.ts'
import { hashSecret } from './secrets.ts'

const prefix = 'bearer.'

/** What stands for an access token wherever a session has its id: a hash, never the token. */
export function bearerId(token: string): string {
  return prefix + hashSecret(token)
}

export function isBearerId(sessionId: string): boolean {
  return sessionId.startsWith(prefix)
}

/** By which door the person came; null for what the portal does without anybody. */
export function doorOf({ sessionId }: Caller): 'cookie' | 'bearer' | null {
  if (sessionId === '') return null
  return isBearerId(sessionId) ? 'bearer' : 'cookie'
}
