import type { ReviewMove, ReviewState } from '@trustwright/shared-schemas'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { review } from '../../db/schema-reviews.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { findReview, targetOf, type ReviewRecord } from './find-review.ts'
import type { ReviewDeps } from './review-deps.ts'

const moves: Readonly<Record<ReviewMove['to'], readonly ReviewState[]>> = {
  open: ['draft', 'paused', 'ended'],
  paused: ['open'],
  ended: ['open', 'paused'],
  cancelled: ['draft', 'open', 'paused', 'ended'],
}

/** Throws REVIEW_NOT_FOUND, REVIEW_NOT_OPEN, REVIEW_CHANGED_MEANWHILE. Deletes nothing. */
export async function moveReview(
  { audit, clock, db }: Pick<ReviewDeps, 'audit' | 'clock' | 'db'>,
  caller: Caller,
  reviewId: string,
  { to, version, why }: ReviewMove,
): Promise<ReviewRecord> {
  const row = await findReview(db, caller, reviewId)
  const told = { from: row.state, to, ...(why !== undefined && { why }) }
  const operation = to === 'open' ? 'review.open' : 'review.close'
  return await auditedWrite(
    audit,
    { caller, operation, target: targetOf(row), after: told },
    async () => {
      demandVersion(row, version)
      const mayMove = moves[to].includes(row.state)
      // What was removed cannot be undone by calling the review open.
      if (!mayMove || row.applyStartedAt !== null) throw notNow(row)
      const endedAt = to === 'ended' ? new Date(clock.now()) : null
      return { value: await changeReview(db, row, { state: to, endedAt }), upstreamRequestId: null }
    },
    () => told,
  )
}

export function demandVersion(row: ReviewRecord, version: number): void {
  if (row.version === version) return
  throw new PortalError('REVIEW_CHANGED_MEANWHILE', {
    detail: `Somebody moved this review on: it is ${stateWords[row.state]} now.`,
    nextStep: 'Look at the review as it is now, then go on.',
  })
}

export function notNow(row: Pick<ReviewRecord, 'state'>): PortalError {
  return new PortalError('REVIEW_NOT_OPEN', {
    detail: `The review is ${stateWords[row.state]}, so nothing was changed.`,
  })
}

const stateWords: Readonly<Record<ReviewState, string>> = {
  draft: 'a draft',
  open: 'open',
  paused: 'paused',
  ended: 'ended',
  applying: 'being applied',
  applied: 'applied',
  cancelled: 'cancelled',
}

/** Of two people at once one gets through; the other is told REVIEW_CHANGED_MEANWHILE. */
export async function changeReview(
  db: Pick<Database, 'update'>,
  seen: Pick<ReviewRecord, 'reviewId' | 'version'>,
  change: Partial<Omit<ReviewRecord, 'reviewId' | 'tenantId' | 'version'>>,
): Promise<ReviewRecord> {
  const [row] = await db
    .update(review)
    .set({ ...change, version: sql`${review.version} + 1` })
    .where(and(eq(review.reviewId, seen.reviewId), eq(review.version, seen.version)))
    .returning()
  if (row === undefined) throw new PortalError('REVIEW_CHANGED_MEANWHILE')
  return row
}
