import type { AttemptEnd, AttemptProblem, Proof, ProofAttempt } from '@trustwright/shared-schemas'
import { useEffect, useRef, useState } from 'react'
import { ConnectionProblem } from '../../api/api-problem.ts'
import { attemptProof } from '../../api/proof-calls.ts'
import type { TrustKey } from '../../paths.ts'

export type Exchange =
  | { readonly state: 'idle' }
  | { readonly state: 'failed'; readonly error: unknown }
  | {
      readonly state: 'running' | 'waiting' | 'ended' | 'stopped'
      /** Tries that ended. */
      readonly tries: number
      /** The last answer of Entra, or what went wrong on the way to one. */
      readonly proof: Proof | null
      readonly problem: AttemptProblem | null
      /** When the next try begins, and when there is none any more; milliseconds since 1970. */
      readonly nextAt: number | null
      readonly until: number
      readonly end: AttemptEnd | null
    }

/**
 * The real exchange, which the portal tries again while Azure may still be spreading the trust. The token is sent once; the
 * portal holds it for as long as this stream is open, and the stream closes with the page.
 */
export function useExchange(key: TrustKey, onAnswer: (proof: Proof) => void) {
  const [exchange, setExchange] = useState<Exchange>({ state: 'idle' })
  const running = useRef<AbortController | null>(null)

  async function run(token: string) {
    const controller = new AbortController()
    running.current?.abort()
    running.current = controller
    const { signal } = controller
    setExchange({ ...nothingYet, state: 'running' })
    try {
      let last: ProofAttempt | null = null
      for await (const event of attemptProof(key, token, signal)) {
        setExchange(toExchange(event, last))
        if (event.proof !== null) onAnswer(event.proof)
        last = event.state === 'trying' ? last : event
      }
      if (last?.state !== 'ended') throw new ConnectionProblem('The tries broke off')
    } catch (error) {
      if (!signal.aborted) setExchange({ state: 'failed', error })
    }
  }

  useEffect(() => () => running.current?.abort(), [])

  return {
    exchange,
    run,
    /** Another token is looked at: what was said of the last one no longer belongs here. */
    forget: () => {
      running.current?.abort()
      setExchange({ state: 'idle' })
    },
    stop: () => {
      running.current?.abort()
      setExchange((now) =>
        'tries' in now && now.proof !== null ? { ...now, state: 'stopped', nextAt: null } : { state: 'idle' },
      )
    },
  }
}

const nothingYet = { tries: 0, proof: null, problem: null, nextAt: null, until: 0, end: null }

/** While a try runs, the answer of the one before stays in view. */
function toExchange(event: ProofAttempt, last: ProofAttempt | null): Exchange {
  const { proof, problem } = event.state === 'trying' && last !== null ? last : event
  return {
    state: event.state === 'trying' ? 'running' : event.state,
    tries: event.tries,
    proof,
    problem,
    nextAt: event.nextAt === null ? null : Date.parse(event.nextAt),
    until: Date.parse(event.until),
    end: event.end,
  }
}
