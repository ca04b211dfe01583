import type { QueryClient } from '@tanstack/react-query'
import { endpoints, type InventoryScan } from '@trustwright/shared-schemas'
import { followStream } from '../../api/event-stream.ts'
import { readSessionLost } from '../../api/session-lost.ts'
import { inventoryKey, isOpen, scanQuery, type Inventory, type InventoryOf } from './inventory-query.ts'

const pauseMs = 3000

/**
 * Brings the progress of an open pass, and its rows whenever it found some, one stream after the other: each ends after some
 * minutes, or with the connection. Ends with the pass, the signal, or the person's session.
 */
export async function followInventory(
  queries: QueryClient,
  of: InventoryOf,
  signal: AbortSignal,
  betweenMs = pauseMs,
): Promise<void> {
  while (!signal.aborted && readSessionLost() === null) {
    try {
      for await (const { data } of followStream(endpoints.followInventory, { query: { of }, signal })) {
        note(queries, of, data)
        if (!isOpen(data)) return
      }
    } catch {
      // Why it broke is told by the next look of the list itself, which goes through the portal's one client.
    }
    await pause(betweenMs, signal)
  }
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

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer)
        resolve()
      },
      { once: true },
    )
  })
}
