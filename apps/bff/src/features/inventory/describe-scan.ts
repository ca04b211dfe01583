import type { InventoryScan } from '@trustwright/shared-schemas'
import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inventoryScan } from '../../db/schema-inventory.ts'
import { toScan } from './store/to-scan.ts'

/** A run as a person sees it: one whose turn has not come says that another one of the tenant runs. */
export async function describeScan(
  db: Database,
  row: typeof inventoryScan.$inferSelect,
): Promise<InventoryScan> {
  if (row.state !== 'queued') return toScan(row)
  const others = await db.$count(
    inventoryScan,
    and(
      eq(inventoryScan.tenantId, row.tenantId),
      ne(inventoryScan.scanId, row.scanId),
      inArray(inventoryScan.state, ['running', 'waiting']),
    ),
  )
  return others === 0 ? toScan(row) : { ...toScan(row), state: 'waiting', waitingFor: 'other-scan' }
}
