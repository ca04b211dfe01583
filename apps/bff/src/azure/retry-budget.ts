/** Bounds repeated calls to about a tenth of all calls, so that a failing upstream is not loaded further. */
export interface RetryBudget {
  /** To be told of each first try. */
  earn(): void
  /** True when one repeat may be made; it is then spent. */
  spend(): boolean
}

const repeatsPerCall = 0.1

/** Begins full: `reserve` repeats may be made before any call has earned one. */
export function createRetryBudget(reserve: number): RetryBudget {
  let tokens = reserve
  return {
    earn() {
      tokens = Math.min(reserve, tokens + repeatsPerCall)
    },
    spend() {
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
  }
}
