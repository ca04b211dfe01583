import type { ReviewPlan, ReviewRemoval, ReviewSilence } from '@trustwright/shared-schemas'
import { and, asc, count, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryVersion } from '../../db/schema-inventory.ts'
import { reviewItem } from '../../db/schema-reviews.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import type { StoredTrust } from '../../domain/inventory-rows.ts'
import type { Caller } from '../../ports.ts'
import { secondsOf } from './apply/estimate.ts'
import { findReview, type ReviewRecord } from './find-review.ts'
import { looksInto, meanwhileStates } from './meanwhile.ts'
import type { PageOf } from './read-items.ts'
import { toRow } from './to-item.ts'

/** Decided so, or left to a silence that removes. What was skipped stays. */
export function toRemove(silence: ReviewSilence): SQL {
  const { decision } = reviewItem
  return silence === 'remove'
    ? sql`(${decision} = 'remove' or ${decision} is null)`
    : sql`${decision} = 'remove'`
}

/** Settled ones are not tried again; what was left in the middle is read before it is deleted. */
export const mayBeTried = sql`(${reviewItem.outcome} is null or ${reviewItem.outcome} not in ('done', 'gone', 'changed'))`

/** What Apply would remove, in numbers, and how long that takes. */
export async function planReview(
  { db, secondsPerWrite }: { readonly db: Database; readonly secondsPerWrite: number },
  caller: Caller,
  reviewId: string,
): Promise<ReviewPlan> {
  const row = await findReview(db, caller, reviewId)
  const { decision, parentKey } = reviewItem
  const where = (what: SQL) => sql<number>`(count(*) filter (where ${what}))::int`
  const removes = toRemove(row.silence)
  const ofReview = eq(reviewItem.reviewId, reviewId)
  const [[counts], parents, meanwhile] = await Promise.all([
    db
      .select({
        removals: where(removes),
        bySilence: where(sql`${removes} and ${decision} is null`),
        left: where(sql`${removes} and ${mayBeTried}`),
        kept: where(sql`${decision} = 'keep'`),
        skipped: where(sql`${decision} = 'skip'`),
        undecided: where(sql`${decision} is null`),
      })
      .from(reviewItem)
      .where(ofReview),
    db
      .select({ removals: count() })
      .from(reviewItem)
      .where(and(ofReview, removes, mayBeTried))
      .groupBy(parentKey),
    countMeanwhile(db, row, looksInto(caller, row)),
  ])
  if (counts === undefined) throw new Error('A count of a review is missing')
  return {
    ...counts,
    ...meanwhile,
    seconds: secondsOf(
      parents.map(({ removals }) => removals),
      secondsPerWrite,
    ),
  }
}

/** Removals that were not begun, and that are gone or others by now. Only those whose row is another one are looked at. */
async function countMeanwhile(
  db: Database,
  { reviewId, silence }: ReviewRecord,
  whose: string,
): Promise<{ changed: number; gone: number }> {
  const { body, fingerprint, key, kind, owner, untilScan } = inventoryVersion
  const rows = await db
    .select({ print: reviewItem.fingerprint, body })
    .from(reviewItem)
    .leftJoin(
      inventoryVersion,
      and(eq(owner, whose), eq(kind, 'trust'), eq(key, reviewItem.trustKey), isNull(untilScan)),
    )
    .where(
      and(
        eq(reviewItem.reviewId, reviewId),
        toRemove(silence),
        isNull(reviewItem.outcome),
        sql`${fingerprint} is distinct from ${reviewItem.inventoryPrint}`,
      ),
    )
  let [changed, gone] = [0, 0]
  for (const row of rows) {
    // Only trusts were joined.
    const now = row.body as StoredTrust | null
    if (now === null) gone += 1
    else if (fingerprintOf(now.credential) !== row.print) changed += 1
  }
  return { changed, gone }
}

/** The removals in their order, a page at a time. */
export async function listRemovals(
  db: Database,
  caller: Caller,
  reviewId: string,
  { limit, offset }: PageOf,
): Promise<ReviewRemoval[]> {
  const row = await findReview(db, caller, reviewId)
  const items = await db
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, reviewId), toRemove(row.silence)))
    .orderBy(asc(reviewItem.ordinal))
    .limit(limit)
    .offset(offset)
  const meanwhile = await meanwhileStates(db, looksInto(caller, row), items)
  return items.map((item, index) => ({
    ...toRow(item),
    bySilence: item.decision === null,
    meanwhile: meanwhile[index] ?? 'not-read',
  }))
}
