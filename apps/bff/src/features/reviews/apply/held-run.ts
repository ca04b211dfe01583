import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { review, reviewItem } from '../../../db/schema-reviews.ts'
import type { ItemRecord, ReviewRecord } from '../find-review.ts'

/** A process that was silent for so long is gone. Signs of life are told and judged by the one clock that all replicas share. */
const silentMs = 6000
const databaseTime = sql<Date>`clock_timestamp()`

/** Somebody else works on it, or it was stopped from outside: whoever loses it writes no more. */
export class RunLost extends Error {
  override readonly name = 'RunLost'
}

/** A process held it until a moment ago: its job has to come back. */
export class RunBusy extends Error {
  override readonly name = 'RunBusy'
}

export interface Held {
  readonly reviewId: string
  readonly processId: string
}

/** Null: there is nothing to do any more. Throws RunBusy. */
export async function claim(db: Database, { reviewId, processId }: Held): Promise<ReviewRecord | null> {
  const isFree = or(
    isNull(review.heartbeatAt),
    eq(review.processId, processId),
    sql`${review.heartbeatAt} < clock_timestamp() - ${silentMs} * interval '1 ms'`,
  )
  const [row] = await db
    .update(review)
    .set({ processId, heartbeatAt: databaseTime })
    .where(and(eq(review.reviewId, reviewId), eq(review.state, 'applying'), isFree))
    .returning()
  if (row) return row
  const [held] = await db.select({ state: review.state }).from(review).where(eq(review.reviewId, reviewId))
  if (held?.state === 'applying') throw new RunBusy(`review ${reviewId} is held by another process`)
  return null
}

const mine = ({ processId, reviewId }: Held) =>
  and(eq(review.reviewId, reviewId), eq(review.processId, processId), eq(review.state, 'applying'))

/** Sign of life; true where somebody wants it to stop. Throws RunLost. */
export async function beat(db: Database, held: Held, waitingUntil?: Date | null): Promise<boolean> {
  const [row] = await db
    .update(review)
    .set({ heartbeatAt: databaseTime, ...(waitingUntil !== undefined && { waitingUntil }) })
    .where(mine(held))
    .returning({ stopWanted: review.stopWanted })
  if (row === undefined) throw new RunLost()
  return row.stopWanted
}

/** Throws RunLost, and then nothing was written. */
export async function changeItem(
  db: Database,
  held: Held,
  ordinal: number,
  change: Partial<ItemRecord>,
): Promise<void> {
  const rows = await db
    .update(reviewItem)
    .set(change)
    .where(
      and(
        eq(reviewItem.reviewId, held.reviewId),
        eq(reviewItem.ordinal, ordinal),
        sql`exists (select from review where review_id = ${held.reviewId}
          and process_id = ${held.processId} and state = 'applying')`,
      ),
    )
    .returning({ ordinal: reviewItem.ordinal })
  if (rows.length === 0) throw new RunLost()
}

/** How it ended. `applying` with a reason: it waits for a person. */
export async function release(
  db: Database,
  held: Held,
  change: Partial<Pick<ReviewRecord, 'state' | 'stoppedBecause' | 'applyFinishedAt'>>,
): Promise<void> {
  await db
    .update(review)
    .set({
      ...change,
      heartbeatAt: null,
      processId: null,
      waitingUntil: null,
      stopWanted: false,
      version: sql`${review.version} + ${change.state === undefined ? 0 : 1}`,
    })
    .where(mine(held))
}
