import type { Unreadable } from '@trustwright/shared-schemas'
import { and, count, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { inventoryScan, inventoryUnreadable, type ScanCursors } from '../../../db/schema-inventory.ts'
import {
  each,
  foldVersions,
  markRead,
  parentVersion,
  trustVersion,
  type ReadParent,
  type Transaction,
} from './fold-versions.ts'
import { databaseTime } from './database-time.ts'
import type { ScanProgress } from './scan-progress.ts'

/** The run in the hands of this process. */
export interface HeldRun {
  readonly scanId: string
  readonly owner: string
  readonly number: number
  readonly processId: string
}

/** Another process works on the run by now, or it was stopped: what is read here may no longer be written. */
export class RunLost extends Error {
  override readonly name = 'RunLost'
}

/** What was read by one or a few requests, written in one transaction with the place to go on from. */
export interface Batch {
  /** Read whole: trusts of theirs that are not among these are gone. */
  readonly parents?: readonly ReadParent[]
  /** Read whole, and without any trust. */
  readonly emptyParentKeys?: readonly string[]
  /** Parents with new facts beside their trusts. */
  readonly facts?: readonly ReadParent['parent'][]
  readonly unreadable?: readonly Unreadable[]
  readonly cursors?: ScanCursors
  readonly progress: ScanProgress
}

/** Throws RunLost, and writes nothing then. Revisions of one owner become visible in their order, since the run is locked. */
export async function commitBatch(db: Database, run: HeldRun, now: Date, batch: Batch): Promise<void> {
  await db.transaction(async (tx) => {
    const cursors = await holdRun(tx, run)
    const { parents = [], emptyParentKeys = [], facts = [], unreadable = [], progress } = batch
    const keys = parents.map(({ parent }) => parent.key)
    const trusts = parents.flatMap(({ parent, trusts: each }) =>
      each.map((trust) => trustVersion(parent.key, trust)),
    )
    const versions = [...[...parents.map(({ parent }) => parent), ...facts].map(parentVersion), ...trusts]
    await foldVersions(tx, run, now, { versions, whole: keys, gone: emptyParentKeys })
    await markRead(tx, run, now, [...keys, ...emptyParentKeys])
    await rememberFirstSeen(
      tx,
      now,
      trusts.map(({ key }) => key),
    )
    await tellUnreadable(tx, run, unreadable)
    await tx
      .update(inventoryScan)
      .set({ ...progress, cursors: { ...cursors, ...batch.cursors }, heartbeatAt: databaseTime })
      .where(eq(inventoryScan.scanId, run.scanId))
  })
}

async function rememberFirstSeen(tx: Transaction, now: Date, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await tx.execute(sql`insert into trust_first_seen (trust_key, at)
    select k, ${now.toISOString()}::timestamptz from (select distinct ${each(keys)} as k order by k) as keys
    on conflict do nothing`)
}

/** Locks the run until the end of the transaction. */
export async function holdRun(tx: Transaction, { scanId, processId }: HeldRun): Promise<ScanCursors> {
  const [held] = await tx
    .select({ cursors: inventoryScan.cursors })
    .from(inventoryScan)
    .where(
      and(
        eq(inventoryScan.scanId, scanId),
        eq(inventoryScan.processId, processId),
        inArray(inventoryScan.state, ['running', 'waiting']),
      ),
    )
    .for('update')
  if (held === undefined) throw new RunLost(`run ${scanId} is no longer held by ${processId}`)
  return held.cursors
}

async function tellUnreadable(
  tx: Transaction,
  { scanId }: HeldRun,
  entries: readonly Unreadable[],
): Promise<void> {
  if (entries.length === 0) return
  const [told] = await tx
    .select({ already: count() })
    .from(inventoryUnreadable)
    .where(eq(inventoryUnreadable.scanId, scanId))
  const from = told?.already ?? 0
  const rows = entries.map((entry, index) => ({ ...entry, scanId, ordinal: from + index + 1 }))
  await tx.insert(inventoryUnreadable).values(rows)
}
