import { queryOptions } from '@tanstack/react-query'
import {
  inventoryEndpoints,
  setUpEndpoints,
  type InventoryRow,
  type SetUpItemProgress,
} from '@trustwright/shared-schemas'
import { call } from '../../../api/client.ts'

const pageSize = 2000
/** Enough to know a tenant by; the rest would make the page wait. */
const mostRows = 20_000

/** Rows of the newest pass over the tenant. None where nobody reviewed yet: it starts none itself. */
export const knownTrustsQuery = queryOptions({
  queryKey: ['wizard', 'knownTrusts'],
  queryFn: async ({ signal }) => {
    const rows: InventoryRow[] = []
    for (let after = ''; rows.length < mostRows;) {
      const page = await call(inventoryEndpoints.readInventory, {
        query: { after, limit: pageSize },
        signal,
      })
      rows.push(...page.rows)
      if (!page.hasMore) break
      after = page.nextAfter
    }
    return rows
  },
  staleTime: 60_000,
})

const mostRuns = 5
/** A run of many says little of what the person works at. */
const mostOfRun = 5

/** Parents of the person's own latest set-ups: Azure's list of identities may lag behind them by a minute. */
export const madeParentsQuery = queryOptions({
  queryKey: ['wizard', 'madeParents'],
  queryFn: async ({ signal }) => {
    const { runs } = await call(setUpEndpoints.listSetUps, { signal })
    const latest = runs.filter(({ itemCount }) => itemCount <= mostOfRun).slice(0, mostRuns)
    const query = { after: 0, limit: mostOfRun, only: 'all' } as const
    const pages = await Promise.all(
      latest.map(({ runId }) => call(setUpEndpoints.readSetUp, { params: { runId }, query, signal })),
    )
    return pages.flatMap(({ items }) => items.map(({ parent }): SetUpItemProgress['parent'] => parent))
  },
  staleTime: 0,
})
