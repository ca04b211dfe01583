import { use } from 'react'
import type { Requester } from './request-to-admin.ts'
import { SessionContext } from './use-session.ts'

/** The person who is signed in; null outside the shell and before signing in. */
export function useRequester(): Requester | null {
  return use(SessionContext)?.user ?? null
}
