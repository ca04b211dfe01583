import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../../db/database.ts'
import { fixItem, fixRun } from '../../../../db/schema-fixes.ts'
import { personOwner } from '../../../../domain/inventory-rows.ts'
import type { FixOrder, FixOrders } from '../../../../domain/fix-runs.ts'
import { PortalError } from '../../../../errors.ts'
import type { Caller } from '../../../../ports.ts'
import { ownFixRun, type FixRunRow } from './fix-record.ts'

type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

const mostKept = 50
const rowsPerInsert = 500

/** Stores a run with its items; the caller then works on it. Throws FIX_LIMIT_REACHED. */
export async function beginFixes(
  db: Database,
  now: Date,
  caller: Caller,
  { origin, originId, items }: FixOrders,
): Promise<FixRunRow> {
  const runId = randomUUID()
  return db.transaction(async (tx) => {
    await demandAlone(tx, caller)
    await forgetOldest(tx, caller)
    const [row] = await tx
      .insert(fixRun)
      .values({
        runId,
        tenantId: caller.tenantId,
        ownerObjectId: caller.objectId,
        owner: caller.username,
        origin,
        originId,
        heartbeatAt: now,
        turn: 1,
        state: 'running',
        itemCount: items.length,
        startedAt: now,
      })
      .returning()
    if (row === undefined) throw new Error('The run was not stored')
    for (let at = 0; at < items.length; at += rowsPerInsert) {
      await tx
        .insert(fixItem)
        .values(items.slice(at, at + rowsPerInsert).map((item, index) => rowOf(runId, item, at + index + 1)))
    }
    return row
  })
}

function rowOf(runId: string, item: FixOrder, ordinal: number): typeof fixItem.$inferInsert {
  return { ...item, runId, ordinal, chosen: true, state: 'pending' }
}

/** From then on no other run of the person begins beside this transaction. Throws FIX_LIMIT_REACHED. */
export async function demandAlone(tx: Transaction, caller: Caller): Promise<void> {
  const owner = `fixes ${caller.tenantId} ${personOwner(caller)}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
  const [running] = await tx
    .select({ runs: count() })
    .from(fixRun)
    .where(and(ownFixRun(caller), eq(fixRun.state, 'running')))
  if ((running?.runs ?? 0) > 0) throw new PortalError('FIX_LIMIT_REACHED')
}

async function forgetOldest(tx: Transaction, caller: Caller): Promise<void> {
  const old = await tx
    .select({ runId: fixRun.runId })
    .from(fixRun)
    .where(and(ownFixRun(caller), ne(fixRun.state, 'running')))
    .orderBy(desc(fixRun.startedAt))
    .offset(mostKept - 1)
  const ids = old.map(({ runId }) => runId)
  if (ids.length > 0) await tx.delete(fixRun).where(inArray(fixRun.runId, ids))
}
