import type { ReviewItem, ReviewRenewal } from '@trustwright/shared-schemas'
import { and, eq, sql } from 'drizzle-orm'
import { inTransaction, type Transaction } from '../../db/in-transaction.ts'
import { review, reviewItem } from '../../db/schema-reviews.ts'
import { auditedWrite } from '../../domain/audited-write.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { decidedBefore } from './decide-item.ts'
import { findItem, findReview, itemTargetOf, type ItemRecord } from './find-review.ts'
import { readFrozenFacts, type FrozenFacts } from './freeze/frozen-facts.ts'
import { looksInto, meanwhileOf } from './meanwhile.ts'
import { notNow } from './move-review.ts'
import type { ReviewDeps } from './review-deps.ts'
import { earlierFormOf, formOf, toItem } from './to-item.ts'

/**
 * Takes a trust that changed into an open review as the newest inventory of who asks shows it. What was decided about its old
 * form is taken back; the old form, its facts and that decision are kept for the evidence. Throws REVIEW_NOT_FOUND,
 * REVIEW_NOT_OPEN, REVIEW_ITEM_NOT_RENEWABLE where it is gone or the same, and REVIEW_CHANGED_MEANWHILE.
 */
export async function renewItem(
  { audit, clock, db }: Pick<ReviewDeps, 'audit' | 'clock' | 'db'>,
  caller: Caller,
  at: { readonly reviewId: string; readonly ordinal: number },
  { fingerprint, version }: ReviewRenewal,
): Promise<ReviewItem> {
  const row = await findReview(db, caller, at.reviewId)
  const item = await findItem(db, caller, at)
  const whose = looksInto(caller, row)
  const told = (one: ItemRecord) => ({ trust: one.trustKey, ...formOf(one), decision: one.decision })
  const stored = await auditedWrite(
    audit,
    {
      caller,
      operation: 'review.renew',
      target: itemTargetOf(at.reviewId, at.ordinal),
      before: told(item),
      after: { trust: item.trustKey, fingerprint },
    },
    async () => {
      if (item.version !== version) throw decidedBefore(item)
      const now = new Date(clock.now())
      const value = await inTransaction(db, async (tx) => {
        // Held until the line is stored, so that the review does not end beside it.
        const [held] = await tx
          .select({ state: review.state })
          .from(review)
          .where(eq(review.reviewId, at.reviewId))
          .for('share')
        if (held?.state !== 'open') throw notNow(held ?? row)
        const of = { tenantId: row.tenantId, owner: whose, now }
        const found = (await readFrozenFacts(tx, of, [item.trustKey])).get(item.trustKey)
        return await store(tx, item, { facts: demandNewer(item, found, fingerprint), caller, now })
      })
      if (value === undefined) throw decidedBefore(await findItem(db, caller, at))
      return { value, upstreamRequestId: null }
    },
    told,
  )
  const [meanwhile] = await meanwhileOf(db, whose, [stored])
  return toItem(stored, meanwhile)
}

function demandNewer(item: ItemRecord, found: FrozenFacts | undefined, seen: string): FrozenFacts {
  if (found === undefined) {
    throw new PortalError('REVIEW_ITEM_NOT_RENEWABLE', {
      detail: 'The newest inventory does not show this trust, so there is no newer form of it to take.',
      nextStep: 'Read your inventory again, or decide about the trust as it was.',
    })
  }
  if (found.fingerprint === item.fingerprint) throw new PortalError('REVIEW_ITEM_NOT_RENEWABLE')
  if (found.fingerprint === seen) return found
  throw new PortalError('REVIEW_CHANGED_MEANWHILE', {
    detail: 'The trust changed again since you looked at it, so nothing was taken into the review.',
    nextStep: 'Look at it as it is now, then take it.',
  })
}

interface Newer {
  readonly facts: FrozenFacts
  readonly caller: Caller
  readonly now: Date
}

/** Undefined: somebody decided meanwhile. */
async function store(
  tx: Transaction,
  item: ItemRecord,
  { facts, caller, now }: Newer,
): Promise<ItemRecord | undefined> {
  const { body, fingerprint, inventoryPrint, ownerIds, severity } = facts
  const replaced = earlierFormOf(item, caller, now)
  const [changed] = await tx
    .update(reviewItem)
    .set({
      fingerprint,
      inventoryPrint,
      severity,
      // Who could not read the owners takes nobody's line away.
      ownerIds: body.owners === null ? item.ownerIds : ownerIds,
      body: { ...body, earlier: [...(item.body.earlier ?? []), replaced] },
      decision: null,
      reason: '',
      byObjectId: null,
      by: null,
      decidedAt: null,
      version: sql`${reviewItem.version} + 1`,
    })
    .where(
      and(
        eq(reviewItem.reviewId, item.reviewId),
        eq(reviewItem.ordinal, item.ordinal),
        eq(reviewItem.version, item.version),
      ),
    )
    .returning()
  return changed
}
