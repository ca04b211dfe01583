import { randomUUID } from 'node:crypto'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { and, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryScan } from '../../db/schema.ts'
import type { Caller } from '../../ports.ts'

type Row = typeof inventoryScan.$inferSelect

/** A pass that has given no sign of life for so long belonged to a process that is gone. */
export const silentMs = 10_000

const owned = ({ tenantId, objectId }: Caller) =>
  and(eq(inventoryScan.tenantId, tenantId), eq(inventoryScan.ownerObjectId, objectId))

/** Begins a pass, or gives the one that runs: one a person at a time, over all replicas. */
export async function beginOrJoin(
  db: Database,
  now: Date,
  caller: Caller,
  processId: string,
): Promise<{ scan: InventoryScan; begun: boolean }> {
  return db.transaction(async (tx) => {
    const owner = `inventory ${caller.tenantId} ${caller.objectId}`
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`)
    const [running] = await tx
      .select()
      .from(inventoryScan)
      .where(and(owned(caller), eq(inventoryScan.state, 'running')))
    if (running) return { scan: toScan(running), begun: false }
    // A pass that stopped half-way is of no use once a new one begins.
    await tx.delete(inventoryScan).where(and(owned(caller), eq(inventoryScan.state, 'stopped')))
    const [begun] = await tx
      .insert(inventoryScan)
      .values({
        scanId: randomUUID(),
        tenantId: caller.tenantId,
        ownerObjectId: caller.objectId,
        sessionId: caller.sessionId,
        processId,
        heartbeatAt: now,
        state: 'running',
        startedAt: now,
      })
      .returning()
    if (begun === undefined) throw new Error('PostgreSQL returned no row for an insert')
    return { scan: toScan(begun), begun: true }
  })
}

/**
 * The pass is complete: it replaces the person's older ones. One that was given up for dead meanwhile (its process stood
 * still) replaces nothing: a newer one may have begun.
 */
export async function finishScan(db: Database, now: Date, caller: Caller, scanId: string): Promise<void> {
  await db.transaction(async (tx) => {
    const finished = await tx
      .update(inventoryScan)
      .set({ state: 'finished', stoppedBecause: null, finishedAt: now, secondsLeft: 0, waitingUntil: null })
      .where(and(eq(inventoryScan.scanId, scanId), eq(inventoryScan.state, 'running')))
      .returning({ scanId: inventoryScan.scanId })
    if (finished.length === 0) return
    await tx.delete(inventoryScan).where(and(owned(caller), ne(inventoryScan.scanId, scanId)))
  })
}

export async function stopScan(db: Database, now: Date, scanId: string, because: string): Promise<void> {
  await db
    .update(inventoryScan)
    .set({ ...stopped(because), finishedAt: now })
    .where(and(eq(inventoryScan.scanId, scanId), eq(inventoryScan.state, 'running')))
}

/** Passes whose process is gone: they are stopped, with what they had read. */
export async function stopSilentScans(db: Database, now: Date): Promise<void> {
  await db
    .update(inventoryScan)
    .set({ ...stopped('The portal was restarted while it read. Start again.'), finishedAt: now })
    .where(
      and(
        eq(inventoryScan.state, 'running'),
        lt(inventoryScan.heartbeatAt, new Date(now.getTime() - silentMs)),
      ),
    )
}

export async function findLatest(db: Database, caller: Caller): Promise<InventoryScan | null> {
  const [row] = await db
    .select()
    .from(inventoryScan)
    .where(owned(caller))
    .orderBy(desc(inventoryScan.startedAt))
    .limit(1)
  return row ? toScan(row) : null
}

/** Only the person's own. */
export async function findScan(db: Database, caller: Caller, scanId: string): Promise<InventoryScan | null> {
  const [row] = await db
    .select()
    .from(inventoryScan)
    .where(and(owned(caller), eq(inventoryScan.scanId, scanId)))
  return row ? toScan(row) : null
}

function stopped(stoppedBecause: string) {
  return { state: 'stopped', stoppedBecause, secondsLeft: null, waitingUntil: null }
}

function toScan(row: Row): InventoryScan {
  return {
    scanId: row.scanId,
    state: row.state === 'running' || row.state === 'finished' ? row.state : 'stopped',
    stoppedBecause: row.stoppedBecause,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    subscriptionsFound: row.subscriptionsFound,
    subscriptionsUnreadable: row.subscriptionsUnreadable,
    identitiesFound: row.identitiesFound,
    identitiesRead: row.identitiesRead,
    identitiesUnreadable: row.identitiesUnreadable,
    applicationsFound: row.applicationsFound,
    applicationsRead: row.applicationsRead,
    applicationsUnreadable: row.applicationsUnreadable,
    trustsFound: row.trustsFound,
    secondsLeft: row.secondsLeft,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
  }
}
