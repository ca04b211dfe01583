import { signOfLifeMs } from '../../domain/follow-changes.ts'
import type { Timer } from '../../domain/timer.ts'
import type { Clock } from '../../ports.ts'

interface Wait {
  readonly clock: Clock
  readonly timer: Timer
  /** Milliseconds since 1970. */
  readonly until: number
  readonly signal: AbortSignal
}

/** Waits, with a sign of life now and then, so that nothing between here and the browser takes the stream for dead. */
export async function* waitAlive({ clock, timer, until, signal }: Wait): AsyncGenerator<null> {
  for (;;) {
    const left = until - clock.now()
    if (left <= 0 || signal.aborted) return
    await timer.pause(Math.min(left, signOfLifeMs), signal).catch(() => undefined)
    yield null
  }
}
