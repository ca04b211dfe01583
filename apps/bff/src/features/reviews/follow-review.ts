import type { Review } from '@trustwright/shared-schemas'
import { steadyClock } from '../../domain/timer.ts'
import type { Streams } from '../../domain/streams.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import { describeReview } from './describe-reviews.ts'
import { findReview } from './find-review.ts'
import type { ReviewDeps } from './review-deps.ts'

const lookEveryMs = { applying: 500, other: 2000 } as const
const signOfLifeMs = 15_000
/** A new request is a sign that the person is still there, and is checked like any other. */
const longestMs = 5 * 60_000

export interface FollowOptions {
  readonly deps: Pick<ReviewDeps, 'db' | 'secondsPerWrite' | 'timer'>
  readonly streams: Streams
  readonly caller: Caller
  readonly reviewId: string
  readonly signal: AbortSignal
}

/** Throws REVIEW_NOT_FOUND, TOO_MANY_REQUESTS where the person has too many streams. */
export async function followReview(options: FollowOptions): Promise<EventStream<Review>> {
  const { caller, deps, reviewId, signal, streams } = options
  await findReview(deps.db, caller, reviewId)
  streams.enter(caller, signal)
  return follow(options)
}

async function* follow({
  deps,
  caller,
  reviewId,
  signal,
}: FollowOptions): AsyncGenerator<{ id: number; data: Review } | null> {
  const { db, timer } = deps
  const until = steadyClock.now() + longestMs
  let told = ''
  let toldAt = steadyClock.now()
  for (let id = 1; ;) {
    // A stream ends with its session, not only at its next request.
    if (!(await signInHolds(db, caller))) return
    // Throws where the person was taken off the review meanwhile, which ends the stream.
    const data = await describeReview(deps, caller, await findReview(db, caller, reviewId))
    const text = JSON.stringify(data)
    if (text !== told) {
      yield { id, data }
      id += 1
      told = text
      toldAt = steadyClock.now()
    } else if (steadyClock.now() - toldAt >= signOfLifeMs) {
      yield null
      toldAt = steadyClock.now()
    }
    const isOver = data.state === 'applied' || data.state === 'cancelled'
    if (isOver || steadyClock.now() >= until || signal.aborted) return
    await timer
      .pause(lookEveryMs[data.state === 'applying' ? 'applying' : 'other'], signal)
      .catch(() => undefined)
  }
}
