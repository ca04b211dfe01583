import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { activityEvent } from '../db/schema.ts'
import { appendLinks } from './append-links.ts'
import { lifeKey, thisReplica } from './replica.ts'

/**
 * What was under way when a portal died gets an unknown outcome, with a link of its own. Events of this process and of
 * replicas that live are left. A replica that only lost its connection still finishes its events, which overwrites this.
 */
export async function closeAbandonedEvents(
  database: Database,
  own: string | null = thisReplica,
): Promise<number> {
  const open = await database
    .selectDistinct({ replica: activityEvent.replica })
    .from(activityEvent)
    .where(eq(activityEvent.outcome, 'started'))
  let closed = 0
  for (const { replica } of open) {
    if (replica === null || replica !== own) closed += await closeEventsOf(database, replica)
  }
  return closed
}

async function closeEventsOf(database: Database, replica: string | null): Promise<number> {
  return await inTransaction(database, async (tx) => {
    if (replica !== null) {
      const { rows } = await tx.execute<{ dead: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${lifeKey(replica)}, 0)) as dead`,
      )
      if (rows[0]?.dead !== true) return 0
    }
    const of = replica === null ? isNull(activityEvent.replica) : eq(activityEvent.replica, replica)
    const rows = await tx
      .update(activityEvent)
      .set({ outcome: 'unknown' })
      .where(and(of, eq(activityEvent.outcome, 'started')))
      .returning()
    await appendLinks(
      tx,
      rows.toSorted((one, other) => one.sequence - other.sequence).map((row) => ({ kind: 'abandoned', row })),
    )
    return rows.length
  })
}
