import type { QueryClient } from '@tanstack/react-query'
import { inventoryEndpoints, type InventoryScan } from '@trustwright/shared-schemas'
import { followStreams } from '../../api/follow-streams.ts'
import { inventoryKey, isOpen, scanQuery, type Inventory, type InventoryOf } from './inventory-query.ts'

const pauseBetweenMs = 3000

/** Brings the progress of an open pass, and its rows whenever it found some, to the end of the pass. */
export function followInventory(
  queries: QueryClient,
  of: InventoryOf,
  signal: AbortSignal,
  pauseMs = pauseBetweenMs,
): Promise<void> {
  return followStreams({
    endpoint: inventoryEndpoints.followInventory,
    input: () => ({ query: { of }, signal }),
    take: (scan) => {
      note(queries, of, scan)
      return !isOpen(scan)
    },
    signal,
    pauseMs,
  })
}

function note(queries: QueryClient, of: InventoryOf, scan: InventoryScan): void {
  const key = inventoryKey(of)
  const before = queries.getQueryData<Inventory>(key)
  queries.setQueryData(scanQuery(of).queryKey, scan)
  if (before === undefined) return
  // The end of a pass is noted by the fetch alone: it has the last rows, and a fetch from before would miss them.
  if (isOpen(scan)) queries.setQueryData<Inventory>(key, { ...before, scan })
  const isNews = !isOpen(scan) || before.scan.trustsFound !== scan.trustsFound
  if (isNews) void queries.refetchQueries({ queryKey: key }, { cancelRefetch: !isOpen(scan) })
}
