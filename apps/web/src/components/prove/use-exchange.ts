import type { Proof } from '@trustwright/shared-schemas'
import { useEffect, useRef, useState } from 'react'
import { proveTrust } from '../../api/trust-calls.ts'
import { nextWait } from './spread-retry.ts'
import type { TrustKey } from '../../paths.ts'

export type Exchange =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly retries: number }
  | { readonly state: 'failed'; readonly error: unknown }
  | {
      readonly state: 'answered'
      readonly proof: Proof
      /** Automatic retries done so far. */
      readonly retries: number
      /** When the next automatic retry runs, in milliseconds; null when none will. */
      readonly nextAt: number | null
    }

/**
 * Runs the real exchange, again by itself while Azure may still be spreading a trust that the token matches. The token is
 * passed in and held only while a retry may need it: never in storage, the address or the query cache.
 */
export function useExchange(key: TrustKey, onAnswer: (proof: Proof) => void) {
  const [exchange, setExchange] = useState<Exchange>({ state: 'idle' })
  const token = useRef<string | null>(null)
  /** A token that differs from the trust is refused however long one waits. */
  const worthRetrying = useRef(false)
  const running = useRef<AbortController | null>(null)

  async function attempt(retries: number) {
    if (token.current === null) return
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    setExchange({ state: 'running', retries })
    try {
      const proof = await proveTrust(key, token.current, controller.signal)
      const nextAt = worthRetrying.current ? nextRetryAt(proof, retries) : null
      if (nextAt === null) token.current = null
      setExchange({ state: 'answered', proof, retries, nextAt })
      onAnswer(proof)
    } catch (error) {
      if (controller.signal.aborted) return
      token.current = null
      setExchange({ state: 'failed', error })
    }
  }

  const nextAt = exchange.state === 'answered' ? exchange.nextAt : null
  const retry = useRef(attempt)
  useEffect(() => {
    retry.current = attempt
  })
  useEffect(() => {
    if (nextAt === null || exchange.state !== 'answered') return undefined
    const timer = setTimeout(() => void retry.current(exchange.retries + 1), nextAt - Date.now())
    return () => clearTimeout(timer)
  }, [nextAt, exchange])

  useEffect(
    () => () => {
      running.current?.abort()
      token.current = null
    },
    [],
  )

  return {
    exchange,
    run: (presented: string, matchesTrust: boolean) => {
      token.current = presented
      worthRetrying.current = matchesTrust
      return attempt(0)
    },
    /** Another token is looked at: what was said of the last one no longer belongs here. */
    forget: () => {
      running.current?.abort()
      token.current = null
      setExchange({ state: 'idle' })
    },
    stop: () => {
      running.current?.abort()
      token.current = null
      setExchange((now) => (now.state === 'answered' ? { ...now, nextAt: null } : { state: 'idle' }))
    },
  }
}

function nextRetryAt(proof: Proof, retries: number): number | null {
  if (proof.outcome === 'accepted' || !proof.error.mayStillSpread) return null
  const wait = nextWait(retries)
  return wait === null ? null : Date.now() + wait * 1000
}
