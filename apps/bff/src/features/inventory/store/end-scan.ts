import { and, eq, gt, inArray, isNotNull, lt, lte, ne, notExists, or, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { inventoryScan, inventoryVersion } from '../../../db/schema-inventory.ts'
import { closeAbsent, countChanges, type WholeLists } from './close-absent.ts'
import { holdRun, type HeldRun } from './commit-batch.ts'
import { aliveSince, databaseTime } from './database-time.ts'

/**
 * Takes the run for this process, one run a tenant at a time over all replicas. `busy`: another process works on it, or on
 * another run of the tenant. `over`: it ended, or waits for its person.
 */
export async function claimScan(
  db: Database,
  scanId: string,
  processId: string,
): Promise<typeof inventoryScan.$inferSelect | 'busy' | 'over'> {
  return db.transaction(async (tx) => {
    const [row] = await tx.select().from(inventoryScan).where(eq(inventoryScan.scanId, scanId))
    if (row === undefined) return 'over'
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`inventory ${row.tenantId}`}, 0))`)
    const alive = gt(inventoryScan.heartbeatAt, aliveSince)
    const working = inArray(inventoryScan.state, ['running', 'waiting'])
    const atWork = and(eq(inventoryScan.tenantId, row.tenantId), working, alive)
    if ((await tx.$count(inventoryScan, atWork)) > 0) return 'busy'
    const [claimed] = await tx
      .update(inventoryScan)
      .set({ state: 'running', waitingFor: null, stoppedBecause: null, processId, heartbeatAt: databaseTime })
      .where(
        and(eq(inventoryScan.scanId, scanId), inArray(inventoryScan.state, ['queued', 'running', 'waiting'])),
      )
      .returning()
    return claimed ?? 'over'
  })
}

/** The run is complete, and is a snapshot from now on. Throws RunLost. */
export async function finishScan(db: Database, now: Date, run: HeldRun, whole: WholeLists): Promise<void> {
  // A first run fills empty tables: by the statistics from before it PostgreSQL would compare each row with each.
  await db.execute(
    sql`analyze inventory_version (owner, kind, key, parent_key, from_scan, until_scan), inventory_parent_read`,
  )
  await db.transaction(async (tx) => {
    await holdRun(tx, run)
    await closeAbsent(tx, run, whole)
    const changes = await countChanges(tx, run)
    const held = and(eq(inventoryVersion.owner, run.owner), eq(inventoryVersion.kind, 'trust'))
    const trustsFound = await tx.$count(
      inventoryVersion,
      and(held, sql`${inventoryVersion.untilScan} is null`),
    )
    await tx
      .update(inventoryScan)
      .set({ ...over, ...changes, state: 'finished', trustsFound, finishedAt: now, secondsLeft: 0 })
      .where(eq(inventoryScan.scanId, run.scanId))
  })
}

const over = { waitingFor: null, waitingUntil: null, stoppedBecause: null }

/** Ends a run early, whoever works on it; what it read stays. */
export async function stopScan(
  db: Database,
  now: Date,
  scanId: string,
  because: string,
  processId?: string,
): Promise<void> {
  await db
    .update(inventoryScan)
    .set({
      ...over,
      state: 'stopped',
      stoppedBecause: because,
      finishedAt: now,
      secondsLeft: null,
    })
    .where(and(openRun(scanId), processId === undefined ? undefined : eq(inventoryScan.processId, processId)))
}

/** The run goes on later: when a process takes it again, or when its person is back. */
export async function pauseScan(
  db: Database,
  run: HeldRun,
  state: 'queued' | 'signed-out',
  because: string | null,
): Promise<void> {
  await db
    .update(inventoryScan)
    .set({ state, waitingFor: null, waitingUntil: null, stoppedBecause: because, secondsLeft: null })
    .where(and(openRun(run.scanId), eq(inventoryScan.processId, run.processId)))
}

function openRun(scanId: string) {
  return and(
    eq(inventoryScan.scanId, scanId),
    inArray(inventoryScan.state, ['queued', 'running', 'waiting', 'signed-out']),
  )
}

/**
 * Forgets runs that ended so many days ago, but never an owner's newest snapshot, and the rows that only they held. Days are
 * over when both this process and the database say so: a clock that jumps ahead deletes nothing.
 */
export async function dropOldSnapshots(db: Database, now: Date, days: number): Promise<void> {
  const until = sql`least(${now.toISOString()}::timestamptz, clock_timestamp()) - ${days} * interval '1 day'`
  const newest = db
    .select({ number: sql<number>`max(n.number)` })
    .from(sql`inventory_scan n`)
    .where(sql`n.owner = ${inventoryScan.owner} and n.state = 'finished'`)
  await db
    .delete(inventoryScan)
    .where(
      and(
        lte(inventoryScan.finishedAt, until),
        or(ne(inventoryScan.state, 'finished'), lt(inventoryScan.number, newest)),
      ),
    )
  const holder = db
    .select({ one: sql`1` })
    .from(inventoryScan)
    .where(
      and(
        eq(inventoryScan.owner, inventoryVersion.owner),
        lt(inventoryScan.number, inventoryVersion.untilScan),
      ),
    )
  await db.delete(inventoryVersion).where(and(isNotNull(inventoryVersion.untilScan), notExists(holder)))
}
