import { and, desc, eq, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { review, reviewItem } from '../../db/schema-reviews.ts'
import { personOwner } from '../../domain/inventory-rows.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'

export type ReviewRecord = typeof review.$inferSelect
export type ItemRecord = typeof reviewItem.$inferSelect

/** Reviews that the person may see: all of the tenant for an administrator, else those that they decide in. */
export function seenBy(caller: Caller): SQL | undefined {
  const ofTenant = eq(review.tenantId, caller.tenantId)
  if (caller.isAdmin === true) return ofTenant
  const owns = sql`exists (select from review_item i where i.review_id = review.review_id
    and i.owner_ids ? ${caller.objectId.toLowerCase()})`
  // A draft is its maker's business.
  return and(
    ofTenant,
    sql`${review.state} <> 'draft'`,
    sql`(${names(caller, sql`${review.reviewers}`)} or (${review.ownersDecide} and ${owns}))`,
  )
}

/**
 * Lines that the person may see: those whose trust their own inventory shows, of a review that names them, or of what they
 * own where owners decide.
 */
export function visibleTo(caller: Caller): SQL {
  if (caller.isAdmin === true) return sql`true`
  return sql`(exists (select from inventory_version v where v.owner = ${personOwner(caller)}
    and v.kind = 'trust' and v.key = ${reviewItem.trustKey} and v.until_scan is null)
    and exists (select from review r where r.review_id = review_item.review_id
    and (${names(caller, sql`r.reviewers`)}
      or (r.owners_decide and ${reviewItem.ownerIds} ? ${caller.objectId.toLowerCase()}))))`
}

function names({ objectId, username }: Caller, reviewers: SQL): SQL {
  const has = (part: object) => sql`${reviewers} @> ${JSON.stringify([part])}::jsonb`
  return sql`(${has({ objectId: objectId.toLowerCase() })} or ${has({ username: username.toLowerCase() })})`
}

/** Throws REVIEW_NOT_FOUND. */
export async function findReview(
  db: Pick<Database, 'select'>,
  caller: Caller,
  reviewId: string,
): Promise<ReviewRecord> {
  const [row] = await db
    .select()
    .from(review)
    .where(and(eq(review.reviewId, reviewId), seenBy(caller)))
  if (row === undefined) throw new PortalError('REVIEW_NOT_FOUND')
  return row
}

/** Newest first. */
export function findReviews(db: Pick<Database, 'select'>, caller: Caller): Promise<ReviewRecord[]> {
  return db.select().from(review).where(seenBy(caller)).orderBy(desc(review.madeAt)).limit(200)
}

/** Throws REVIEW_NOT_FOUND, also where the person may not see this line. */
export async function findItem(
  db: Pick<Database, 'select'>,
  caller: Caller,
  { reviewId, ordinal }: { readonly reviewId: string; readonly ordinal: number },
): Promise<ItemRecord> {
  const [row] = await db
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, reviewId), eq(reviewItem.ordinal, ordinal), visibleTo(caller)))
  if (row === undefined) {
    throw new PortalError('REVIEW_NOT_FOUND', {
      detail: 'The review has no such line, or your own inventory does not show its trust.',
      nextStep: 'Read your inventory again, or leave this one to a reviewer who may see it.',
    })
  }
  return row
}

export const targetOf = ({ reviewId }: Pick<ReviewRecord, 'reviewId'>) => `/reviews/${reviewId}`
export const itemTargetOf = (reviewId: string, ordinal: number) => `/reviews/${reviewId}/items/${ordinal}`
