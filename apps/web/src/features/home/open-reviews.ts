import type { Review } from '@trustwright/shared-schemas'

/** Reviews that wait for decisions, and the time by which the first of them is due; null where none waits. */
export function openReviews(reviews: readonly Pick<Review, 'dueAt' | 'state'>[]): {
  readonly count: number
  readonly nextDueAt: string | null
} {
  const open = reviews.filter(({ state }) => state === 'open').map(({ dueAt }) => dueAt)
  return { count: open.length, nextDueAt: open.toSorted()[0] ?? null }
}
