import { and, asc, gt, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { inTransaction, type Transaction } from '../db/in-transaction.ts'
import { activityEvent } from '../db/schema.ts'
import { auditLink } from '../db/schema-audit.ts'
import { appendLinks, takeChain } from './append-links.ts'

const batch = 2000

/**
 * Begins the chain with the events that were there before it, once: as soon as there is a link, an event without one is for
 * the verification to tell.
 */
export async function adoptEvents(database: Database): Promise<number> {
  return await inTransaction(database, async (tx) => {
    await takeChain(tx)
    const [first] = await tx.select({ number: auditLink.number }).from(auditLink).limit(1)
    return first === undefined ? await adoptAll(tx) : 0
  })
}

async function adoptAll(tx: Transaction): Promise<number> {
  // Those that are being written link themselves once they hold the chain.
  const { rows: snapshot } = await tx.execute<{ last: string }>(
    sql`select coalesce(max(sequence), 0)::text as last from ${activityEvent}`,
  )
  const last = Number(snapshot[0]?.last ?? 0)
  let after = 0
  for (let adopted = 0; ;) {
    const rows = await tx
      .select()
      .from(activityEvent)
      .where(and(gt(activityEvent.sequence, after), sql`${activityEvent.sequence} <= ${last}`))
      .orderBy(asc(activityEvent.sequence))
      .limit(batch)
    await appendLinks(
      tx,
      rows.map((row) => ({ kind: 'adopted', row })),
    )
    adopted += rows.length
    after = rows.at(-1)?.sequence ?? last
    if (rows.length < batch) return adopted
  }
}
