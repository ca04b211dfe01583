import type { Timer } from '../../../domain/timer.ts'
import type { Clock } from '../../../ports.ts'

/** So many calls in any stretch of so many milliseconds, first come first served, and the first ones at once. */
export function createWindowTurns(
  { calls, ms }: { readonly calls: number; readonly ms: number },
  clock: Clock,
  timer: Timer,
): (signal: AbortSignal) => Promise<void> {
  const places: number[] = []
  return async (signal) => {
    const mine = Math.max(clock.now(), (places.at(-calls) ?? -Infinity) + ms)
    places.push(mine)
    if (places.length > calls) places.shift()
    for (;;) {
      signal.throwIfAborted()
      const waitMs = mine - clock.now()
      if (waitMs <= 0) return
      await timer.pause(waitMs, signal)
    }
  }
}
