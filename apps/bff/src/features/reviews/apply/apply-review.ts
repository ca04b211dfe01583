import type { ReviewApply } from '@trustwright/shared-schemas'
import { and, eq } from 'drizzle-orm'
import { inTransaction } from '../../../db/in-transaction.ts'
import { review, reviewItem } from '../../../db/schema-reviews.ts'
import { auditedWrite } from '../../../domain/audited-write.ts'
import { PortalError } from '../../../errors.ts'
import type { Caller } from '../../../ports.ts'
import { findReview, targetOf, type ReviewRecord } from '../find-review.ts'
import { changeReview, demandVersion, notNow } from '../move-review.ts'
import { mayBeTried, toRemove } from '../plan-review.ts'
import type { ReviewDeps } from '../review-deps.ts'

export const applyQueue = 'review-apply'

type Deps = Pick<ReviewDeps, 'audit' | 'clock' | 'db' | 'jobs'>

/**
 * Begins to remove what was decided, or goes on with what is left of it, with the rights of who asks now. What is to be removed is
 * stored with all its values before the first deletion. Throws REVIEW_NOT_FOUND, REVIEW_NOT_OPEN, and REVIEW_CHANGED_MEANWHILE
 * where it would remove more or less than the person saw.
 */
export async function applyReview(
  { audit, clock, db, jobs }: Deps,
  caller: Caller,
  reviewId: string,
  { removals, version }: ReviewApply,
): Promise<ReviewRecord> {
  const row = await findReview(db, caller, reviewId)
  const told = { removals, silence: row.silence, goesOn: row.applyStartedAt !== null }
  const begun = await auditedWrite(
    audit,
    { caller, operation: 'review.apply', target: targetOf(row), after: told },
    async () => {
      demandVersion(row, version)
      if (row.state !== 'ended' && row.state !== 'applied') throw notNow(row)
      const now = new Date(clock.now())
      const value = await inTransaction(db, async (tx) => {
        const { rowCount } = await tx
          .update(reviewItem)
          .set({ outcome: 'pending', code: null, detail: null, nextStep: null })
          .where(and(eq(reviewItem.reviewId, reviewId), toRemove(row.silence), mayBeTried))
        // Rolled back with everything else.
        if (rowCount !== removals) throw otherNumber(rowCount ?? 0)
        return await changeReview(tx, row, {
          state: 'applying',
          applierObjectId: caller.objectId,
          applier: caller.username,
          sessionId: caller.sessionId,
          applyStartedAt: row.applyStartedAt ?? now,
          applyFinishedAt: null,
          processId: null,
          heartbeatAt: null,
          stopWanted: false,
          stoppedBecause: null,
        })
      })
      return { value, upstreamRequestId: null }
    },
    () => told,
  )
  await jobs.send(applyQueue, { reviewId })
  return begun
}

function otherNumber(left: number): PortalError {
  return new PortalError('REVIEW_CHANGED_MEANWHILE', {
    detail: `It would remove ${left} now, which is not what you saw, so nothing was begun.`,
    nextStep: 'Look at the list again, then apply it.',
  })
}

/** Throws REVIEW_NOT_OPEN where nothing goes on. */
export async function stopReview(
  { db }: Pick<ReviewDeps, 'db'>,
  caller: Caller,
  reviewId: string,
): Promise<ReviewRecord> {
  const row = await findReview(db, caller, reviewId)
  const [stopped] = await db
    .update(review)
    .set({ stopWanted: true })
    .where(and(eq(review.reviewId, reviewId), eq(review.state, 'applying')))
    .returning()
  if (stopped === undefined) throw notNow(row)
  return stopped
}
