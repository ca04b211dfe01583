import type { Review } from '@trustwright/shared-schemas'
import { followChanges } from '../../domain/follow-changes.ts'
import { steadyClock } from '../../domain/timer.ts'
import type { Streams } from '../../domain/streams.ts'
import type { Caller } from '../../ports.ts'
import type { EventStream } from '../../routes/register-stream.ts'
import { signInHolds } from '../../sessions/sign-in-holds.ts'
import { describeReview } from './describe-reviews.ts'
import { findReview } from './find-review.ts'
import type { ReviewDeps } from './review-deps.ts'

const lookEveryMs = { applying: 500, other: 2000 } as const

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

function follow({ deps, caller, reviewId, signal }: FollowOptions): EventStream<Review> {
  return followChanges({
    clock: steadyClock,
    timer: deps.timer,
    signal,
    look: async () => {
      if (!(await signInHolds(deps.db, caller))) return null
      // Throws where the person was taken off the review meanwhile, which ends the stream.
      return describeReview(deps, caller, await findReview(deps.db, caller, reviewId))
    },
    lookEveryMs: ({ state }) => lookEveryMs[state === 'applying' ? 'applying' : 'other'],
    isOver: ({ state }) => state === 'applied' || state === 'cancelled',
  })
}
