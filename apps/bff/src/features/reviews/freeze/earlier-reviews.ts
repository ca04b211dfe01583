import { changesSince, type ReviewState } from '@trustwright/federation'
import type { ReviewItem } from '@trustwright/shared-schemas'
import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { review, reviewItem } from '../../../db/schema-reviews.ts'

export interface Earlier {
  readonly review: Pick<typeof review.$inferSelect, 'reviewId' | 'name' | 'madeAt'>
  readonly item: typeof reviewItem.$inferSelect
}

/** For each trust its line in the newest review that was ended and not cancelled. */
export async function readEarlier(
  db: Pick<Database, 'selectDistinctOn'>,
  tenantId: string,
  trustKeys: readonly string[],
): Promise<ReadonlyMap<string, Earlier>> {
  const rows = await db
    .selectDistinctOn([reviewItem.trustKey], {
      review: { reviewId: review.reviewId, name: review.name, madeAt: review.madeAt },
      item: reviewItem,
    })
    .from(reviewItem)
    .innerJoin(review, eq(review.reviewId, reviewItem.reviewId))
    .where(
      and(
        eq(review.tenantId, tenantId),
        inArray(review.state, ['ended', 'applying', 'applied']),
        isNotNull(review.endedAt),
        inArray(reviewItem.trustKey, [...trustKeys]),
      ),
    )
    .orderBy(reviewItem.trustKey, desc(review.madeAt))
  return new Map(rows.map((row) => [row.item.trustKey, row]))
}

export function sinceOf({ item, review: before }: Earlier, now: ReviewState): ReviewItem['since'] {
  const { changes, notCompared } = changesSince(item.body.state, now)
  const { by, byObjectId, decidedAt, decision, reason } = item
  return {
    reviewId: before.reviewId,
    name: before.name,
    at: before.madeAt.toISOString(),
    changes: changes.map(({ text, widens }) => ({ text, widens })),
    notCompared: [...notCompared],
    decided:
      decision === null || decidedAt === null
        ? null
        : {
            decision,
            reason,
            by: { objectId: byObjectId ?? '', username: by ?? '' },
            at: decidedAt.toISOString(),
          },
  }
}
