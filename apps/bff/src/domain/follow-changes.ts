import type { Clock } from '../ports.ts'
import type { Timer } from './timer.ts'

/** So that nothing between the portal and the browser takes a quiet stream for dead. */
export const signOfLifeMs = 15_000
/** A new request is a sign that the person is still there, and is checked like any other. */
export const longestStreamMs = 5 * 60_000

interface Following<T> {
  readonly clock: Clock
  readonly timer: Timer
  /** Ends the stream with the page or the process. */
  readonly signal: AbortSignal
  /** What is there now; null where this person is told no more: a stream ends with its session, not only at its next request. */
  readonly look: () => Promise<T | null>
  readonly lookEveryMs: (seen: T) => number
  readonly isOver: (seen: T) => boolean
}

/**
 * Tells what a look finds, and again whenever another look finds something else; null is a sign of life in between. It looks,
 * since what changes may be written by another replica.
 */
export async function* followChanges<T>(
  following: Following<T>,
): AsyncGenerator<{ id: number; data: T } | null> {
  const { clock, timer, signal, look, lookEveryMs, isOver } = following
  const until = clock.now() + longestStreamMs
  let told = ''
  let toldAt = clock.now()
  for (let id = 1; !signal.aborted;) {
    const data = await look()
    if (data === null) return
    const text = JSON.stringify(data)
    if (text !== told) {
      yield { id, data }
      id += 1
      told = text
      toldAt = clock.now()
    } else if (clock.now() - toldAt >= signOfLifeMs) {
      yield null
      toldAt = clock.now()
    }
    if (isOver(data) || clock.now() >= until || signal.aborted) return
    await timer.pause(lookEveryMs(data), signal).catch(() => undefined)
  }
}
