import type { Clock } from '../ports.ts'
import type { Timer } from '../domain/timer.ts'

/** Time that passes only when everybody waits: then it jumps to the next one who is due. */
export function virtualTime(): { clock: Clock; timer: Timer } {
  let now = Date.parse('2026-11-21T12:00:00Z')
  const sleepers: { at: number; wake: () => void }[] = []
  let scheduled = false
  const wakeNext = () => {
    scheduled = false
    sleepers.sort((one, other) => one.at - other.at)
    const next = sleepers.shift()
    if (next === undefined) return
    now = Math.max(now, next.at)
    next.wake()
    schedule()
  }
  const schedule = () => {
    if (scheduled) return
    scheduled = true
    setImmediate(wakeNext)
  }
  return {
    clock: { now: () => now },
    timer: {
      pause(ms, signal) {
        signal.throwIfAborted()
        const { promise, resolve } = Promise.withResolvers<void>()
        sleepers.push({ at: now + ms, wake: resolve })
        schedule()
        return promise
      },
    },
  }
}
