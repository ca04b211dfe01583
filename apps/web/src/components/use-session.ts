import type { Session } from '@trustwright/shared-schemas'
import { createContext, use } from 'react'

/** Holds the session for everything under the shell. */
export const SessionContext = createContext<Session | null>(null)

/** The session that the shell read before it drew the page. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (session === null) throw new Error('useSession is for components under the shell')
  return session
}
