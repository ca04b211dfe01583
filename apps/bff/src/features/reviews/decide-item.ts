import type { ReviewDeciding, ReviewItem } from '@trustwright/shared-schemas'
import { and, eq, sql } from 'drizzle-orm'
import { inTransaction } from '../../db/in-transaction.ts'
import { review, reviewItem } from '../../db/schema-reviews.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findItem, findReview, itemTargetOf, type ItemRecord } from './find-review.ts'
import { looksInto, meanwhileOf } from './meanwhile.ts'
import { notNow } from './move-review.ts'
import type { ReviewDeps } from './review-deps.ts'
import { toItem } from './to-item.ts'

/**
 * Stores one decision with who, when and on which facts. Throws REVIEW_NOT_FOUND, REVIEW_NOT_OPEN, INPUT_REFUSED where a reason is
 * missing, and REVIEW_CHANGED_MEANWHILE with who decided and what, where the person saw an older version.
 */
export async function decideItem(
  { audit, clock, db }: Pick<ReviewDeps, 'audit' | 'clock' | 'db'>,
  caller: Caller,
  at: { readonly reviewId: string; readonly ordinal: number },
  { decision, note, reason, version }: ReviewDeciding,
): Promise<ReviewItem> {
  const row = await findReview(db, caller, at.reviewId)
  const item = await findItem(db, caller, at)
  const isRisky = item.severity === 'critical' || item.severity === 'high'
  if (decision === 'keep' && isRisky && reason === '') {
    const message = `Say why it may stay: it has a ${item.severity} finding.`
    throw new PortalError('INPUT_REFUSED', { fields: [{ path: 'reason', message }] })
  }
  const told = {
    trust: item.trustKey,
    fingerprint: item.fingerprint,
    decision,
    reason,
    note,
    suggestion: item.body.suggestion.decision,
    findings: item.body.findings.map(({ rule, severity }) => `${severity} ${rule}`),
  }
  const before = { decision: item.decision, reason: item.reason, by: item.by }
  const stored = await auditedWrite(
    audit,
    {
      caller,
      operation: 'review.decide',
      target: itemTargetOf(at.reviewId, at.ordinal),
      before,
      after: told,
    },
    async () => {
      if (item.version !== version) throw decidedBefore(item)
      const isDecided = decision !== null
      const change = {
        decision,
        reason,
        note,
        byObjectId: isDecided ? caller.objectId : null,
        by: isDecided ? caller.username : null,
        decidedAt: isDecided ? new Date(clock.now()) : null,
        version: sql`${reviewItem.version} + 1`,
      }
      const value = await inTransaction(db, async (tx) => {
        // Held until the decision is stored, so that none comes in beside the end of the review.
        const [now] = await tx
          .select({ state: review.state })
          .from(review)
          .where(eq(review.reviewId, at.reviewId))
          .for('share')
        if (now?.state !== 'open') throw notNow(now ?? row)
        const [changed] = await tx
          .update(reviewItem)
          .set(change)
          .where(
            and(
              eq(reviewItem.reviewId, at.reviewId),
              eq(reviewItem.ordinal, at.ordinal),
              eq(reviewItem.version, version),
            ),
          )
          .returning()
        return changed
      })
      if (value === undefined) throw decidedBefore(await findItem(db, caller, at))
      return { value, upstreamRequestId: null }
    },
    () => told,
  )
  const [meanwhile] = await meanwhileOf(db, looksInto(caller, row), [stored])
  return toItem(stored, meanwhile)
}

export function decidedBefore({ by, decision, reason }: ItemRecord): PortalError {
  if (decision === null || by === null) return new PortalError('REVIEW_CHANGED_MEANWHILE')
  const why = reason === '' ? '' : ` Their reason: ${reason}`
  return new PortalError('REVIEW_CHANGED_MEANWHILE', {
    detail: `${by} decided to ${decision === 'skip' ? 'skip it' : `${decision} it`} since you read it, so yours was not stored over theirs.${why}`,
  })
}
