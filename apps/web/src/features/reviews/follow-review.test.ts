import { QueryClient } from '@tanstack/react-query'
import type { Review } from '@trustwright/shared-schemas'
import { afterEach, expect, test, vi } from 'vitest'
import { reviewLinesQuery, reviewQuery } from '../../api/review-queries.ts'
import { followReview } from './follow-review.ts'
import { countStoring } from './storing.ts'

const reviewId = '11111111-2222-4333-8444-555555555555'
const counts = {
  items: 2,
  decided: 0,
  keep: 0,
  remove: 0,
  skip: 0,
  undecided: 2,
  undecidedRisky: 0,
  ownerless: 0,
  visible: 2,
  visibleUndecided: 2,
}
const review: Review = {
  reviewId,
  name: 'One',
  state: 'open',
  version: 1,
  query: '',
  of: 'mine',
  scan: 1,
  madeBy: { objectId: 'a', username: 'alex' },
  madeAt: '2026-11-22T10:00:00Z',
  dueAt: '2026-12-05T23:59:59Z',
  silence: 'keep',
  reviewers: [],
  ownersDecide: false,
  isPicked: false,
  mayManage: true,
  counts,
  run: null,
}
const kept = { ...review, counts: { ...counts, decided: 1, keep: 1, undecided: 1, visibleUndecided: 1 } }
const over = { ...kept, state: 'cancelled' as const }

afterEach(() => vi.unstubAllGlobals())

/** The portal's answers in their order: a stream of reviews, or a connection that breaks. */
function answers(...streams: readonly (readonly Review[] | 'broken')[]): void {
  const left = [...streams]
  vi.stubGlobal('fetch', async () => {
    const next = left.shift() ?? 'broken'
    if (next === 'broken') throw new TypeError('network')
    const text = next.map((each, id) => `id: ${id}\ndata: ${JSON.stringify(each)}\n\n`).join('')
    return new Response(text, { headers: { 'content-type': 'text/event-stream' } })
  })
}

function started(decisions: string): QueryClient {
  const queries = new QueryClient()
  queries.setQueryData(reviewQuery(reviewId).queryKey, review)
  queries.setQueryData(reviewLinesQuery(reviewId).queryKey, { severities: '--', decisions })
  return queries
}

const isStale = (queries: QueryClient) =>
  queries.getQueryState(reviewLinesQuery(reviewId).queryKey)?.isInvalidated

test('a stream that breaks is followed by the next one, to the end of the review', async () => {
  const queries = started('--')
  answers([review], 'broken', [kept], [over])
  await followReview(queries, reviewId, new AbortController().signal, 1)
  expect(queries.getQueryData(reviewQuery(reviewId).queryKey)?.state).toBe('cancelled')
})

test.each([
  ['somebody else decided', '--', 0, true],
  ['only this page decided', 'k-', 0, false],
  ['this page decides and the portal has not stored all of it', 'kk', 1, false],
] as const)(
  'where %s the lines are read again only if they lack something',
  async (_, decisions, storing, stale) => {
    const queries = started(decisions)
    if (storing === 1) countStoring(queries, reviewId, 1)
    answers([over])
    await followReview(queries, reviewId, new AbortController().signal, 1)
    expect(isStale(queries)).toBe(stale)
  },
)
