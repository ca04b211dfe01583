import type { ReviewItem, ReviewLines, ReviewRow } from '@trustwright/shared-schemas'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { reviewItem } from '../../db/schema-reviews.ts'
import type { Caller } from '../../ports.ts'
import { findItem, findReview, visibleTo, type ItemRecord } from './find-review.ts'
import { looksInto, meanwhileOf } from './meanwhile.ts'
import type { PageBehind } from './pages-of.ts'
import { toItem, toRow } from './to-item.ts'

export interface PageOf {
  readonly offset: number
  readonly limit: number
}

export async function listItems(
  db: Database,
  caller: Caller,
  reviewId: string,
  page: PageOf,
): Promise<ReviewRow[]> {
  await findReview(db, caller, reviewId)
  return (await readItems(db, caller, reviewId, page)).map(toRow)
}

/** All lines at once: the database puts them together, so that tens of thousands cost one row. */
export async function readLines(db: Database, caller: Caller, reviewId: string): Promise<ReviewLines> {
  await findReview(db, caller, reviewId)
  const { decision, ordinal, severity } = reviewItem
  const seen = visibleTo(caller)
  const letters = (letter: typeof seen) =>
    sql<string>`coalesce(string_agg(case when ${seen} then ${letter} else ' ' end, '' order by ${ordinal}), '')`
  const [row] = await db
    .select({
      severities: letters(sql`coalesce(left(${severity}, 1), '-')`),
      decisions: letters(sql`coalesce(left(${decision}, 1), '-')`),
    })
    .from(reviewItem)
    .where(eq(reviewItem.reviewId, reviewId))
  return row ?? { severities: '', decisions: '' }
}

export async function readItem(
  db: Database,
  caller: Caller,
  at: { readonly reviewId: string; readonly ordinal: number },
): Promise<ReviewItem> {
  const row = await findReview(db, caller, at.reviewId)
  const item = await findItem(db, caller, at)
  const [meanwhile] = await meanwhileOf(db, looksInto(caller, row), [item])
  return toItem(item, meanwhile)
}

/** Those that the person may see, in their order. */
export function readItems(
  db: Pick<Database, 'select'>,
  caller: Caller,
  reviewId: string,
  page: PageOf | PageBehind,
): Promise<ItemRecord[]> {
  const behind = 'after' in page ? gt(reviewItem.ordinal, page.after) : undefined
  return db
    .select()
    .from(reviewItem)
    .where(and(eq(reviewItem.reviewId, reviewId), visibleTo(caller), behind))
    .orderBy(asc(reviewItem.ordinal))
    .limit(page.limit)
    .offset('offset' in page ? page.offset : 0)
}
