import type { Review } from '@trustwright/shared-schemas'
import { count, inArray, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { reviewItem } from '../../db/schema-reviews.ts'
import { portalOwner } from '../../domain/inventory-rows.ts'
import type { Caller } from '../../ports.ts'
import { secondsOf } from './apply/estimate.ts'
import { visibleTo, type ReviewRecord } from './find-review.ts'

interface Described {
  readonly db: Database
  readonly secondsPerWrite: number
}

/** Reviews with how far they are, as the person sees them. */
export async function describeReviews(
  { db, secondsPerWrite }: Described,
  caller: Caller,
  rows: readonly ReviewRecord[],
): Promise<Review[]> {
  if (rows.length === 0) return []
  const [counts, left] = await Promise.all([readCounts(db, caller, rows), readLeft(db, rows)])
  return rows.map((row): Review => {
    const found = counts.get(row.reviewId)
    const {
      all = 0,
      keep = 0,
      remove = 0,
      skip = 0,
      risky = 0,
      ownerless = 0,
      seen = 0,
      seenOpen = 0,
    } = found ?? {}
    const undecided = all - keep - remove - skip
    return {
      reviewId: row.reviewId,
      name: row.name,
      state: row.state,
      version: row.version,
      query: row.query,
      of: row.owner === portalOwner ? 'portal' : 'mine',
      scan: row.scan,
      madeBy: { objectId: row.madeByObjectId, username: row.madeBy },
      madeAt: row.madeAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      silence: row.silence,
      reviewers: [...row.reviewers],
      ownersDecide: row.ownersDecide,
      isPicked: row.isPicked,
      mayManage: caller.isAdmin === true,
      counts: {
        items: all,
        decided: keep + remove + skip,
        keep,
        remove,
        skip,
        undecided,
        undecidedRisky: risky,
        ownerless,
        visible: seen,
        visibleUndecided: seenOpen,
      },
      run: runOf(row, found, secondsOf(left.get(row.reviewId) ?? [], secondsPerWrite)),
    }
  })
}

/** The one review. */
export async function describeReview(parts: Described, caller: Caller, row: ReviewRecord): Promise<Review> {
  const [described] = await describeReviews(parts, caller, [row])
  if (described === undefined) throw new Error('A described review is missing')
  return described
}

type Counts = Awaited<ReturnType<typeof readCounts>> extends ReadonlyMap<string, infer Row> ? Row : never

function runOf(row: ReviewRecord, counts: Counts | undefined, seconds: number): Review['run'] {
  if (row.applyStartedAt === null) return null
  const { pending = 0, done = 0, notDone = 0 } = counts ?? {}
  return {
    by: { objectId: row.applierObjectId ?? '', username: row.applier ?? '' },
    startedAt: row.applyStartedAt.toISOString(),
    finishedAt: row.applyFinishedAt?.toISOString() ?? null,
    pending,
    done,
    notDone,
    secondsLeft: pending === 0 ? null : seconds,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
    stoppedBecause: row.stoppedBecause,
  }
}

async function readCounts(db: Database, caller: Caller, rows: readonly ReviewRecord[]) {
  const seen = visibleTo(caller)
  const where = (what: SQL) => sql<number>`(count(*) filter (where ${what}))::int`
  const { decision, outcome, ownerIds, severity } = reviewItem
  const found = await db
    .select({
      reviewId: reviewItem.reviewId,
      all: count(),
      keep: where(sql`${decision} = 'keep'`),
      remove: where(sql`${decision} = 'remove'`),
      skip: where(sql`${decision} = 'skip'`),
      risky: where(sql`${decision} is null and ${severity} in ('critical', 'high')`),
      ownerless: where(sql`${ownerIds} = '[]'::jsonb`),
      seen: where(seen),
      seenOpen: where(sql`${decision} is null and ${seen}`),
      pending: where(sql`${outcome} in ('pending', 'running', 'waiting')`),
      done: where(sql`${outcome} = 'done'`),
      notDone: where(sql`${outcome} in ('gone', 'changed', 'failed', 'unknown')`),
    })
    .from(reviewItem)
    .where(
      inArray(
        reviewItem.reviewId,
        rows.map(({ reviewId }) => reviewId),
      ),
    )
    .groupBy(reviewItem.reviewId)
  return new Map(found.map((row) => [row.reviewId, row]))
}

/** How many removals are left on each identity. */
async function readLeft(db: Database, rows: readonly ReviewRecord[]) {
  const applying = rows.filter(({ state }) => state === 'applying').map(({ reviewId }) => reviewId)
  if (applying.length === 0) return new Map<string, number[]>()
  const found = await db
    .select({ reviewId: reviewItem.reviewId, left: count() })
    .from(reviewItem)
    .where(
      sql`${inArray(reviewItem.reviewId, applying)} and ${reviewItem.outcome} in ('pending', 'running', 'waiting')`,
    )
    .groupBy(reviewItem.reviewId, reviewItem.parentKey)
  const byReview = Map.groupBy(found, ({ reviewId }) => reviewId)
  return new Map([...byReview].map(([id, parents]) => [id, parents.map(({ left }) => left)]))
}
