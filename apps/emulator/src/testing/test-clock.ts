import type { Clock } from '../kernel/clock.ts'

/** A clock that stands still at the present until a test moves it. */
export function testClock(): Clock & { advance: (ms: number) => void } {
  let now = Date.now()
  return {
    now: () => now,
    advance: (ms) => {
      now += ms
    },
  }
}
