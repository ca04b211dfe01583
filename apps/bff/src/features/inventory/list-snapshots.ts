import type { InventorySnapshots } from '@trustwright/shared-schemas'
import { and, count, desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryScan, inventoryUnreadable } from '../../db/schema-inventory.ts'

/** Finished runs of an owner, newest first. */
export async function listSnapshots(
  db: Database,
  owner: string,
  keptDays: number,
): Promise<InventorySnapshots> {
  const rows = await db
    .select({ scan: inventoryScan, unreadable: count(inventoryUnreadable.ordinal) })
    .from(inventoryScan)
    .leftJoin(inventoryUnreadable, eq(inventoryUnreadable.scanId, inventoryScan.scanId))
    .where(and(eq(inventoryScan.owner, owner), eq(inventoryScan.state, 'finished')))
    .groupBy(inventoryScan.scanId)
    .orderBy(desc(inventoryScan.number))
  const snapshots = rows.map(({ scan, unreadable }) => ({
    number: scan.number,
    startedAt: scan.startedAt.toISOString(),
    finishedAt: (scan.finishedAt ?? scan.startedAt).toISOString(),
    trusts: scan.trustsFound,
    unreadable,
    added: scan.added ?? 0,
    removed: scan.removed ?? 0,
    changed: scan.changed ?? 0,
  }))
  return { snapshots, keptDays }
}
