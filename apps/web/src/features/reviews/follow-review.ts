import type { QueryClient } from '@tanstack/react-query'
import { useQueryClient } from '@tanstack/react-query'
import { reviewEndpoints, type Review, type ReviewLines } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { ApiProblem } from '../../api/api-problem.ts'
import { followStreams } from '../../api/follow-streams.ts'
import {
  reviewLinesQuery,
  reviewPlanQuery,
  reviewQuery,
  reviewRemovalsQuery,
} from '../../api/review-queries.ts'
import { useSessionLost } from '../../components/use-session-lost.ts'
import { countFilters } from './pane/shown-rows.ts'
import { isOver } from './review-words.ts'
import { readStoring } from './storing.ts'

const pauseBetweenMs = 1000

/** Keeps a review as it stands in the portal, with what others decide and how its removals go, while the page shows it. */
export function useFollowedReview(reviewId: string): void {
  const queries = useQueryClient()
  const lost = useSessionLost()
  useEffect(() => {
    if (lost !== null) return undefined
    const end = new AbortController()
    void followReview(queries, reviewId, end.signal)
    return () => end.abort()
  }, [queries, reviewId, lost])
}

/** Follows a review to its end. */
export function followReview(
  queries: QueryClient,
  reviewId: string,
  signal: AbortSignal,
  pauseMs = pauseBetweenMs,
): Promise<void> {
  return followStreams({
    endpoint: reviewEndpoints.followReview,
    input: () => ({ params: { reviewId }, signal }),
    take: (review) => {
      note(queries, review)
      return isOver(review)
    },
    onBroken: (error) => {
      if (!(error instanceof ApiProblem) || error.problem.status >= 500) return false
      // Why is told by the page's own look.
      void queries.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey })
      return error.problem.status !== 429
    },
    signal,
    pauseMs,
  })
}

function note(queries: QueryClient, review: Review): void {
  const { reviewId } = review
  const { queryKey } = reviewQuery(reviewId)
  const before = queries.getQueryData(queryKey)
  queries.setQueryData(queryKey, review)
  if (before === undefined || JSON.stringify(before) === JSON.stringify(review)) return
  const stale = [reviewPlanQuery(reviewId).queryKey, reviewRemovalsQuery(reviewId, 0).queryKey.slice(0, 2)]
  for (const key of stale) void queries.invalidateQueries({ queryKey: key })
  // The page's own decisions are in the lines already, but not all of them in the portal.
  const lines = queries.getQueryData(reviewLinesQuery(reviewId).queryKey)
  if (lines !== undefined && readStoring(queries, reviewId) === 0 && !isAsCounted(lines, review))
    void queries.invalidateQueries({ queryKey: reviewLinesQuery(reviewId).queryKey })
}

function isAsCounted(lines: ReviewLines, { counts }: Review): boolean {
  const { all, keep, remove, skip, undecided } = countFilters(lines)
  if (counts.visible < counts.items) return undecided === counts.visibleUndecided && all === counts.visible
  return keep === counts.keep && remove === counts.remove && skip === counts.skip
}
