import type { Clock } from '../../ports.ts'

const lifeMs = 60_000
const mostTokens = 5_000

/** What was found out about access tokens a moment ago, by the ids that stand for them. */
export interface VerifiedTokens<T> {
  find(id: string): T | null
  /** Until `end` (milliseconds since 1970) at the latest. */
  keep(id: string, value: T, end: number): void
}

/** Each is kept for a minute, so that a key that Entra takes back counts soon; when there are too many, the oldest goes. */
export function createVerifiedTokens<T>(clock: Clock): VerifiedTokens<T> {
  const kept = new Map<string, { readonly value: T; readonly until: number }>()
  return {
    find(id) {
      const found = kept.get(id)
      if (found !== undefined && clock.now() < found.until) return found.value
      kept.delete(id)
      return null
    },
    keep(id, value, end) {
      kept.delete(id)
      const [oldest] = kept.keys()
      if (kept.size >= mostTokens && oldest !== undefined) kept.delete(oldest)
      kept.set(id, { value, until: Math.min(clock.now() + lifeMs, end) })
    },
  }
}
