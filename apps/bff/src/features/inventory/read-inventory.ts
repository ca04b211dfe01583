import type { InventoryPage } from '@trustwright/shared-schemas'
import { and, asc, eq, gt } from 'drizzle-orm'
import { inventoryRow, inventoryUnreadable } from '../../db/schema.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { InventoryDeps } from './inventory-deps.ts'
import { findScan, stopSilentScans } from './scan-store.ts'

interface Wanted {
  readonly scanId: string
  /** Ordinal of the last row that the reader has. */
  readonly after: number
  readonly limit: number
}

/** Progress first, rows second: rows that came between are in the next page, never lost. */
export async function readInventory(
  { clock, db }: InventoryDeps,
  caller: Caller,
  { scanId, after, limit }: Wanted,
): Promise<InventoryPage> {
  await stopSilentScans(db, new Date(clock.now()))
  const scan = await findScan(db, caller, scanId)
  if (scan === null) {
    throw new PortalError('NOT_FOUND', {
      detail: 'You have no such pass. A newer one may have replaced it.',
      nextStep: 'Read the inventory again.',
    })
  }
  const { kind, scope, displayName, code, reason } = inventoryUnreadable
  const { ordinal, trust, applicationName, subscriptionName, location } = inventoryRow
  const [unreadable, rows] = await Promise.all([
    db
      .select({ kind, scope, displayName, code, reason })
      .from(inventoryUnreadable)
      .where(eq(inventoryUnreadable.scanId, scanId))
      .orderBy(asc(inventoryUnreadable.ordinal)),
    db
      .select({ ordinal, trust, applicationName, subscriptionName, location })
      .from(inventoryRow)
      .where(and(eq(inventoryRow.scanId, scanId), gt(ordinal, after)))
      .orderBy(asc(ordinal))
      .limit(limit),
  ])
  return {
    scan,
    unreadable,
    rows: rows.map(({ applicationName: name, ...row }) => ({
      ...row,
      ...(name !== null && { applicationName: name }),
    })),
    nextAfter: rows.at(-1)?.ordinal ?? after,
  }
}
