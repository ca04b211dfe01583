import { useEffect } from 'react'
import { lookForWantedSignIn } from '../api/session-query.ts'

/**
 * Asks the portal what a new sign-in has to bring as soon as the page sees work that stopped for want of one, so that the page
 * asks for that sign-in before the person tries in vain to go on.
 */
export function useWantedSignIn(isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return undefined
    const leave = new AbortController()
    // Where nobody answers, going on with the work says why.
    lookForWantedSignIn(leave.signal).catch(() => undefined)
    return () => leave.abort()
  }, [isWaiting])
}
