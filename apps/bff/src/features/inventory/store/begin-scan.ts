import { randomUUID } from 'node:crypto'
import type { InventoryScan } from '@trustwright/shared-schemas'
import { and, desc, eq, inArray, lt, max, or } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { inventoryScan } from '../../../db/schema-inventory.ts'
import type { Caller } from '../../../ports.ts'
import { aliveSince, databaseTime } from './database-time.ts'
import { toScan } from './to-scan.ts'

type Row = typeof inventoryScan.$inferSelect

export const openStates = ['queued', 'running', 'waiting', 'signed-out'] as const

export interface ScanStart {
  readonly owner: string
  readonly tenantId: string
  /** Null for the portal's own identity. */
  readonly caller: Caller | null
}

/**
 * Begins a run, or gives the open one: one an owner at a time, over all replicas (an index sees to it). Who signed in again
 * lends an open run their new session.
 */
export async function beginOrJoin(
  db: Database,
  now: Date,
  { owner, tenantId, caller }: ScanStart,
): Promise<{ scan: InventoryScan; begun: boolean; resumed: boolean }> {
  const sessionId = caller?.sessionId ?? ''
  const begun = await db.transaction(async (tx) => {
    const [last] = await tx
      .select({ number: max(inventoryScan.number) })
      .from(inventoryScan)
      .where(eq(inventoryScan.owner, owner))
    const values = {
      scanId: randomUUID(),
      tenantId,
      owner,
      ownerObjectId: caller?.objectId ?? '',
      number: (last?.number ?? 0) + 1,
      sessionId,
      username: caller?.username ?? '',
      processId: '',
      heartbeatAt: databaseTime,
      state: 'queued' as const,
      startedAt: now,
    }
    const [row] = await tx.insert(inventoryScan).values(values).onConflictDoNothing().returning()
    return row
  })
  if (begun) return { scan: toScan(begun), begun: true, resumed: false }
  const revived = await reviveScan(db, owner, sessionId)
  const open = revived ?? (await findOpen(db, owner))
  if (open === null) return beginOrJoin(db, now, { owner, tenantId, caller })
  return { scan: toScan(open), begun: false, resumed: revived !== null }
}

/** Queues a run again that waits for its person, or whose process is gone; null where there is none. */
export async function reviveScan(db: Database, owner: string, sessionId: string): Promise<Row | null> {
  const [row] = await db
    .update(inventoryScan)
    .set({ state: 'queued', sessionId, stoppedBecause: null, waitingFor: null, waitingUntil: null })
    .where(
      and(
        eq(inventoryScan.owner, owner),
        or(
          eq(inventoryScan.state, 'signed-out'),
          and(
            inArray(inventoryScan.state, ['running', 'waiting']),
            lt(inventoryScan.heartbeatAt, aliveSince),
          ),
        ),
      ),
    )
    .returning()
  return row ?? null
}

export async function findOpen(db: Database, owner: string): Promise<Row | null> {
  const [row] = await db
    .select()
    .from(inventoryScan)
    .where(and(eq(inventoryScan.owner, owner), inArray(inventoryScan.state, [...openStates])))
  return row ?? null
}

export async function findLatest(db: Database, owner: string): Promise<Row | null> {
  const [row] = await db
    .select()
    .from(inventoryScan)
    .where(eq(inventoryScan.owner, owner))
    .orderBy(desc(inventoryScan.number))
    .limit(1)
  return row ?? null
}
