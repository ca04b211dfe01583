import { and, asc, eq, inArray } from 'drizzle-orm'
import { reviewItem } from '../../../db/schema-reviews.ts'
import { eachOf } from '../../../domain/each-of.ts'
import { PortalError } from '../../../errors.ts'
import type { Caller } from '../../../ports.ts'
import type { ReviewRecord } from '../find-review.ts'
import type { ReviewDeps } from '../review-deps.ts'
import { beat, claim, release, RunLost, type Held } from './held-run.ts'
import { removeItem, type Removing } from './remove-item.ts'

const beatMs = 2000
/** One removal at a time on each identity, and several identities side by side. */
const parentsAtOnce = 4

class StopWanted extends Error {
  override readonly name = 'StopWanted'
}

/** Works on the removals of a review from where they stand. Throws RunBusy, and faults of the database: the job comes back. */
export async function workOnReview(deps: ReviewDeps, held: Held, closing: AbortSignal): Promise<void> {
  const { clock, db, logger } = deps
  const row = await claim(db, held)
  if (row === null) return
  const own = new AbortController()
  const heartbeat = setInterval(() => {
    beat(db, held).then(
      (stopWanted) => stopWanted && own.abort(new StopWanted()),
      (error: unknown) => {
        if (error instanceof RunLost) own.abort(error)
        else logger.warn({ err: error, ...held }, 'a review cannot tell that it lives')
      },
    )
  }, beatMs)
  const signal = AbortSignal.any([closing, own.signal])
  try {
    await removeAll(deps, { row, held, signal })
    await release(db, held, {
      state: 'applied',
      stoppedBecause: null,
      applyFinishedAt: new Date(clock.now()),
    })
  } catch (error) {
    const why: unknown = own.signal.aborted ? own.signal.reason : error
    if (why instanceof RunLost) return
    if (closing.aborted) {
      await release(db, held, {})
      throw why
    }
    await release(db, held, { state: 'ended', stoppedBecause: wordsOf(why) })
    if (!(why instanceof PortalError) && !(why instanceof StopWanted)) {
      logger.error({ err: why, ...held }, 'the removals of a review failed')
    }
  } finally {
    clearInterval(heartbeat)
  }
}

async function removeAll(
  deps: ReviewDeps,
  { held, row, signal }: { readonly held: Held; readonly row: ReviewRecord; readonly signal: AbortSignal },
): Promise<void> {
  const { db } = deps
  const failed = new AbortController()
  const run: Removing = {
    ...deps,
    caller: callerOf(row),
    held,
    signal: AbortSignal.any([signal, failed.signal]),
    onWaiting: (until) => beat(db, held, until),
  }
  const items = await db
    .select({ ordinal: reviewItem.ordinal, parentKey: reviewItem.parentKey })
    .from(reviewItem)
    .where(
      and(
        eq(reviewItem.reviewId, held.reviewId),
        inArray(reviewItem.outcome, ['pending', 'running', 'waiting']),
      ),
    )
    .orderBy(asc(reviewItem.ordinal))
  const parents = [...Map.groupBy(items, ({ parentKey }) => parentKey).values()]
  await eachOf(parents, parentsAtOnce, (some) =>
    removeInSeries(
      run,
      some.map(({ ordinal }) => ordinal),
      failed,
    ),
  )
}

async function removeInSeries(
  run: Removing,
  ordinals: readonly number[],
  failed: AbortController,
): Promise<void> {
  try {
    for (const ordinal of ordinals) {
      const [item] = await run.db
        .select()
        .from(reviewItem)
        .where(and(eq(reviewItem.reviewId, run.held.reviewId), eq(reviewItem.ordinal, ordinal)))
      if (item !== undefined) await removeItem(run, item)
    }
  } catch (error) {
    // The others end because of the first one.
    if (!run.signal.aborted) failed.abort(error)
    throw failed.signal.aborted ? failed.signal.reason : error
  }
}

function callerOf({ applier, applierObjectId, sessionId, tenantId }: ReviewRecord): Caller {
  return {
    tenantId,
    objectId: applierObjectId ?? '',
    username: applier ?? '',
    sessionId: sessionId ?? '',
    isAdmin: true,
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof StopWanted) return 'It was stopped. What was removed stays so; go on when you like.'
  if (error instanceof PortalError && (error.code === 'SESSION_ENDED' || error.code === 'STEP_UP_REQUIRED')) {
    return 'The sign-in of who applied it ended. Sign in, then go on: nothing is removed twice.'
  }
  return 'The portal met a fault of its own, or lost its database. Go on: nothing is removed twice.'
}
