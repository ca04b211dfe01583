import { queryOptions } from '@tanstack/react-query'
import {
  reviewEndpoints,
  type NewReview,
  type Review,
  type ReviewChoice,
  type ReviewDeciding,
  type ReviewEvidence,
  type ReviewItem,
  type ReviewMove,
  type ReviewRenewal,
  type ReviewSettings,
} from '@trustwright/shared-schemas'
import type * as z from 'zod'
import { call } from './client.ts'

export const reviewsQuery = queryOptions({
  queryKey: ['listReviews'],
  queryFn: ({ signal }) => call(reviewEndpoints.listReviews, { signal }),
  staleTime: 10_000,
})

/** What changes meanwhile comes by `followReview`. */
export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['readReview', reviewId],
    queryFn: ({ signal }) => call(reviewEndpoints.readReview, { params: { reviewId }, signal }),
    staleTime: 0,
  })

/** Risk and decision of every line: some kilobytes for tens of thousands. */
export const reviewLinesQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['readReviewLines', reviewId],
    queryFn: ({ signal }) => call(reviewEndpoints.readReviewLines, { params: { reviewId }, signal }),
    staleTime: 0,
    // The stream tells when there is news: an answer in between would not know the decisions that are on their way.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })

export const reviewMembersQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['listReviewMembers', reviewId],
    queryFn: ({ signal }) => call(reviewEndpoints.listReviewMembers, { params: { reviewId }, signal }),
    staleTime: 60_000,
  })

export const reviewersSearchQuery = (search: string) =>
  queryOptions({
    queryKey: ['searchReviewers', search],
    queryFn: ({ signal }) => call(reviewEndpoints.searchReviewers, { query: { search }, signal }),
    staleTime: 60_000,
    retry: false,
  })

export const removalsPage = 100

/** One page of the removals, from 0. */
export const reviewRemovalsQuery = (reviewId: string, page: number) =>
  queryOptions({
    queryKey: ['listReviewRemovals', reviewId, page],
    queryFn: ({ signal }) =>
      call(reviewEndpoints.listReviewRemovals, {
        params: { reviewId },
        query: { offset: page * removalsPage, limit: removalsPage },
        signal,
      }),
    staleTime: 30_000,
  })

export const reviewItemQuery = (reviewId: string, ordinal: number) =>
  queryOptions({
    queryKey: ['readReviewItem', reviewId, ordinal],
    queryFn: ({ signal }) => call(reviewEndpoints.readReviewItem, { params: { reviewId, ordinal }, signal }),
    staleTime: 30_000,
  })

export const reviewPlanQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['planReview', reviewId],
    queryFn: ({ signal }) => call(reviewEndpoints.planReview, { params: { reviewId }, signal }),
    staleTime: 0,
  })

const evidencePage = 500
/** Lines of one part of the report. */
export const evidencePart = 2000

/** One part of the report, from 0, put together from pages. */
export const reviewEvidenceQuery = (reviewId: string, part: number) =>
  queryOptions({
    queryKey: ['readReviewEvidence', reviewId, part],
    queryFn: async ({ signal }): Promise<ReviewEvidence> => {
      const read = (offset: number) =>
        call(reviewEndpoints.readReviewEvidence, {
          params: { reviewId },
          query: { offset, limit: evidencePage },
          signal,
        })
      const from = part * evidencePart
      const first = await read(from)
      const rows = [...first.rows]
      for (let offset = from + evidencePage; offset < from + evidencePart; offset += evidencePage) {
        if (offset >= first.review.counts.items) break
        rows.push(...(await read(offset)).rows)
      }
      return { ...first, rows }
    },
    staleTime: 0,
  })

export type ReviewChosen = z.input<typeof ReviewChoice>

export const reviewPreviewQuery = ({ keys, of, query }: ReviewChosen) =>
  queryOptions({
    queryKey: ['previewReview', of, query, keys === undefined ? null : `${keys.length} ${keys[0] ?? ''}`],
    queryFn: ({ signal }) =>
      call(reviewEndpoints.previewReview, {
        body: { of, query, ...(keys !== undefined && { keys: [...keys] }) },
        signal,
      }),
    refetchInterval: ({ state: { data } }) =>
      data !== undefined && data.readAt !== null && !data.isJudged ? 2000 : false,
    staleTime: 30_000,
    retry: false,
  })

export function createReview(body: z.input<typeof NewReview>): Promise<Review> {
  return call(reviewEndpoints.createReview, { body })
}

/** Throws `ApiProblem` REVIEW_CHANGED_MEANWHILE where somebody decided since `version`. */
export function decideReviewItem(
  reviewId: string,
  ordinal: number,
  body: ReviewDeciding,
): Promise<ReviewItem> {
  return call(reviewEndpoints.decideReviewItem, { params: { reviewId, ordinal }, body })
}

/**
 * Takes a trust that changed into the review as it is now. Throws `ApiProblem` REVIEW_CHANGED_MEANWHILE where it changed again
 * or somebody decided, REVIEW_ITEM_NOT_RENEWABLE where it is gone or the same.
 */
export function renewReviewItem(reviewId: string, ordinal: number, body: ReviewRenewal): Promise<ReviewItem> {
  return call(reviewEndpoints.renewReviewItem, { params: { reviewId, ordinal }, body })
}

/** Throws `ApiProblem` REVIEW_CHANGED_MEANWHILE where somebody changed it since. */
export function changeReview(reviewId: string, body: z.input<typeof ReviewSettings>): Promise<Review> {
  return call(reviewEndpoints.changeReview, { params: { reviewId }, body })
}

export function moveReview({ reviewId, version }: Review, to: ReviewMove['to']): Promise<Review> {
  return call(reviewEndpoints.moveReview, { params: { reviewId }, body: { version, to } })
}

export function applyReview({ reviewId, version }: Review, removals: number): Promise<Review> {
  return call(reviewEndpoints.applyReview, { params: { reviewId }, body: { version, removals } })
}

export function stopReview(reviewId: string): Promise<Review> {
  return call(reviewEndpoints.stopReview, { params: { reviewId } })
}

/** Where the browser saves a file of a review from. */
export const reviewFileAddress = {
  restore: (reviewId: string, format: 'json' | 'sh') =>
    `/api/reviews/${reviewId}/restore-file?format=${format}`,
  evidence: (reviewId: string, format: 'csv' | 'json') => `/api/reviews/${reviewId}/export?format=${format}`,
} as const
