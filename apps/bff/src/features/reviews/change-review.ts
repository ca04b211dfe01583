import type { ReviewSettings, ReviewState } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { inTransaction } from '../../db/in-transaction.ts'
import { reviewItem } from '../../db/schema-reviews.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import type { Caller } from '../../ports.ts'
import { chooseForReview, demandDayToCome, placeOf, toldOf } from './create-review.ts'
import { findReview, targetOf, type ReviewRecord } from './find-review.ts'
import { freezeItems } from './freeze/freeze-items.ts'
import { resolveMembers } from './members.ts'
import { changeReview, demandVersion, notNow } from './move-review.ts'
import type { ReviewDeps } from './review-deps.ts'

const changeable: readonly ReviewState[] = ['draft', 'open', 'paused']

/**
 * New settings of a review that is not ended; of a draft also other trusts, with their facts as they are now. Throws
 * REVIEW_NOT_FOUND, REVIEW_NOT_OPEN, REVIEW_CHANGED_MEANWHILE, and what making one throws.
 */
export async function changeSettings(
  deps: Pick<ReviewDeps, 'audit' | 'clock' | 'cloud' | 'db' | 'directory'>,
  caller: Caller,
  reviewId: string,
  wanted: ReviewSettings,
): Promise<ReviewRecord> {
  const { audit, clock, db } = deps
  const row = await findReview(db, caller, reviewId)
  demandVersion(row, wanted.version)
  const { choice, dueAt, name, ownersDecide, silence } = wanted
  if (!changeable.includes(row.state) || (choice !== undefined && row.state !== 'draft')) throw notNow(row)
  const now = new Date(clock.now())
  // A day that is over may stay as it is.
  if (Date.parse(dueAt) !== row.dueAt.getTime()) demandDayToCome(dueAt, now)
  const known = new Map(row.reviewers.map((member) => [member.username, member]))
  const added = await resolveMembers(
    deps,
    caller,
    wanted.reviewers.filter((username) => !known.has(username)),
  )
  const reviewers = [...wanted.reviewers.flatMap((username) => known.get(username) ?? []), ...added]
  const chosen = choice === undefined ? null : await chooseForReview(deps, caller, choice)
  const change = {
    name,
    ownersDecide,
    silence,
    reviewers,
    dueAt: new Date(dueAt),
    ...(chosen !== null && choice !== undefined && placeOf(chosen, choice)),
  }
  const told = { ...toldOf({ ...row, ...change }), ...(chosen && { items: chosen.trusts.length }) }
  return await auditedWrite(
    audit,
    { caller, operation: 'review.open', target: targetOf(row), before: toldOf(row), after: told },
    async () => ({
      value: await inTransaction(db, async (tx) => {
        // First, so that of two at once one waits here and is told.
        const changed = await changeReview(tx, row, change)
        if (chosen !== null) {
          await tx.delete(reviewItem).where(eq(reviewItem.reviewId, reviewId))
          await freezeItems(tx, { reviewId, tenantId: caller.tenantId, now }, chosen)
        }
        return changed
      }),
      upstreamRequestId: null,
    }),
    () => told,
  )
}
