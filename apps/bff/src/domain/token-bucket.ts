import type { Clock } from '../ports.ts'
import type { Timer } from './timer.ts'

/** Lets calls through at a steady pace, first come first served. */
export interface TokenBucket {
  /** Resolves when it is this call's turn. */
  turn(signal: AbortSignal): Promise<void>
  /** Holds everything back until then, in milliseconds since 1970. */
  park(until: number): void
  /** The last call was not carried out: its place is given back, to be taken again from then on. */
  refused(until: number): void
  /** When the bucket opens again; 0 when it was never parked. */
  parkedUntil(): number
}

/**
 * Holds `burst` calls; without one a second's worth, so that a short list does not wait at all.
 */
export function createTokenBucket(
  perSecond: number,
  clock: Clock,
  timer: Timer,
  burst: number = Math.max(1, perSecond),
): TokenBucket {
  const usualMs = 1000 / perSecond
  let intervalMs = usualMs
  const burstMs = (burst - 1) * usualMs
  let nextAt = 0
  let parkedUntil = 0
  return {
    async turn(signal) {
      const now = clock.now()
      const mine = Math.max(nextAt, now - burstMs)
      nextAt = mine + intervalMs
      for (;;) {
        signal.throwIfAborted()
        const waitMs = Math.max(mine, parkedUntil) - clock.now()
        if (waitMs <= 0) return
        await timer.pause(waitMs, signal)
      }
    },
    park(until) {
      parkedUntil = Math.max(parkedUntil, until)
      nextAt = Math.max(nextAt, until)
    },
    refused(until) {
      nextAt = Math.max(until, nextAt - intervalMs)
      // Calls at exactly the limit arrive now a little early, now late: some more room keeps the next ones clear of it.
      intervalMs = Math.min(intervalMs * 1.05, usualMs * 1.5)
    },
    parkedUntil: () => parkedUntil,
  }
}
