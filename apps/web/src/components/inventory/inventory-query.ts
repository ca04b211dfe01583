import type { Cloud } from '@trustwright/federation'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import {
  inventoryEndpoints,
  type InventoryPage,
  type InventoryScan,
  type Unreadable,
} from '@trustwright/shared-schemas'
import { ApiProblem } from '../../api/api-problem.ts'
import { call } from '../../api/client.ts'
import { mergePage, nothingHeld, type HeldRows } from './merge-page.ts'

/** The first page is short, so that its rows show at once. */
const pageSize = { first: 500, later: 4000 } as const
const pauseMs = { running: 10_000, more: 20, failed: 5000 } as const

/** `portal`: what the portal's own identity reads on a schedule; for administrators. */
export type InventoryOf = 'mine' | 'portal'

/** Everything that the portal has told of an inventory. */
export interface Inventory extends HeldRows {
  readonly scan: InventoryScan
  /** Trusts may be missing because of these. */
  readonly unreadable: readonly Unreadable[]
  /** What identities open, or who owns them, may be missing because of these. */
  readonly unreadFacts: readonly Unreadable[]
  /** Where the last answer ended. */
  readonly after: string
  /** The last answer was full, so there is more to fetch at once. */
  readonly hasMore: boolean
}

/** The newest pass; null where the portal by itself never read. The first visit of a person starts one of theirs. */
export const scanQuery = (of: InventoryOf) =>
  queryOptions({
    queryKey: ['latestInventory', of],
    queryFn: async ({ signal }) => {
      const { scan } = await call(inventoryEndpoints.latestInventory, { query: { of }, signal })
      if (scan !== null || of === 'portal') return scan
      return call(inventoryEndpoints.startInventory, { query: { of } })
    },
    staleTime: Infinity,
  })

/** Whether a pass has not ended yet: it reads, or waits until it can. */
export function isOpen({ state }: InventoryScan): boolean {
  return state !== 'finished' && state !== 'stopped'
}

export const inventoryKey = (of: InventoryOf) => ['readInventory', of] as const

function withPage(before: Inventory | undefined, page: InventoryPage, cloud: Cloud): Inventory {
  const { hasMore, nextAfter, scan, unreadable } = page
  if (scan === null) throw new Error('The portal tells of no pass that it began')
  return {
    scan,
    unreadable: unreadable.filter(({ kind }) => kind !== 'facts'),
    unreadFacts: unreadable.filter(({ kind }) => kind === 'facts'),
    ...mergePage(before ?? nothingHeld, page, cloud),
    after: nextAfter,
    hasMore,
  }
}

/**
 * The trusts as they stand: every fetch adds what changed since the one before, over passes too, so that a new pass brings only
 * its differences. Pages show as they come, and the next one is on its way while one is taken in. It looks again by itself now and then, where the stream of events does not come through.
 */
export const inventoryQuery = (of: InventoryOf, queryClient: QueryClient, cloud: Cloud) => {
  const queryKey = inventoryKey(of)
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<Inventory> => {
      const read = (after: string, limit: number) =>
        call(inventoryEndpoints.readInventory, { query: { of, after, limit }, signal })
      let held = queryClient.getQueryData<Inventory>(queryKey)
      let coming = read(held?.after ?? '', held === undefined ? pageSize.first : pageSize.later)
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop -- each page says where the next one begins
        const page = await coming
        if (page.hasMore) {
          coming = read(page.nextAfter, pageSize.later)
          // It is awaited after this page was taken in; until then a failure of it waits too.
          coming.catch(() => undefined)
        }
        held = withPage(held, page, cloud)
        if (!page.hasMore) return held
        signal.throwIfAborted()
        queryClient.setQueryData(queryKey, held)
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
      return isOpen(data.scan) ? pauseMs.running : false
    },
  })
}
