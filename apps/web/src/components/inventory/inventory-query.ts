import type { Cloud } from '@trustwright/federation'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { endpoints, type InventoryScan, type Unreadable } from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { toReviewRow, type ReviewRow } from './review-row.ts'

const pageSize = 2000
const pauseMs = { running: 1000, more: 20, failed: 5000 } as const

/** Everything read of one pass so far. */
export interface Inventory {
  readonly scan: InventoryScan
  readonly unreadable: readonly Unreadable[]
  readonly rows: readonly ReviewRow[]
  readonly after: number
  /** The last answer was full, so there is more to fetch at once. */
  readonly hasMore: boolean
}

/** The newest pass; the first visit starts one. */
export const scanQuery = queryOptions({
  queryKey: ['latestInventory'],
  queryFn: async ({ signal }) => {
    const { scan } = await call(endpoints.latestInventory, { signal })
    return scan ?? (await call(endpoints.startInventory))
  },
  staleTime: Infinity,
})

/** Rows of one pass: every fetch adds what is new, until the pass is over and everything was fetched. */
export const inventoryQuery = (scanId: string, queryClient: QueryClient, cloud: Cloud) => {
  const queryKey = ['readInventory', scanId] as const
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Inventory> => {
      const before = queryClient.getQueryData<Inventory>(queryKey)
      const after = before?.after ?? 0
      const page = await call(endpoints.readInventory, {
        params: { scanId },
        query: { after, limit: pageSize },
        signal,
      })
      const added = page.rows.map((row) => toReviewRow(row, cloud))
      return {
        scan: page.scan,
        unreadable: page.unreadable,
        rows: added.length === 0 && before !== undefined ? before.rows : [...(before?.rows ?? []), ...added],
        after: page.nextAfter,
        hasMore: page.rows.length === pageSize,
      }
    },
    // Comparing 50,000 rows deeply on every page would cost more than drawing them.
    structuralSharing: false,
    staleTime: Infinity,
    gcTime: 30 * 60_000,
    refetchInterval: ({ state: { data, error } }) => {
      if (error instanceof ApiProblem && (error.problem.status === 401 || error.problem.status === 404))
        return false
      if (error !== null) return pauseMs.failed
      if (data === undefined) return false
      if (data.hasMore) return pauseMs.more
      return data.scan.state === 'running' ? pauseMs.running : false
    },
  })
}
