import type { Clock } from '../../ports.ts'
import type { Timer } from './timer.ts'

/** Lets calls through at a steady pace, first come first served. */
export interface TokenBucket {
  /** Resolves when it is this call's turn. */
  turn(signal: AbortSignal): Promise<void>
  /** Holds everything back until then, in milliseconds since 1970. */
  park(until: number): void
  /** When the bucket opens again; 0 when it was never parked. */
  parkedUntil(): number
}

/** Holds one second's worth, so that a short list does not wait at all. */
export function createTokenBucket(perSecond: number, clock: Clock, timer: Timer): TokenBucket {
  const intervalMs = 1000 / perSecond
  const burstMs = Math.max(0, 1000 - intervalMs)
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
    parkedUntil: () => parkedUntil,
  }
}
