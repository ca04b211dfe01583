import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  inventoryEndpoints,
  type InventoryChange,
  type InventoryComparison,
} from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

export type SnapshotsOf = 'mine' | 'portal'

export interface Pair {
  readonly of: SnapshotsOf
  readonly from: number
  readonly to: number
}

const pageSize = 500

export const snapshotsQuery = (of: SnapshotsOf) =>
  queryOptions({
    queryKey: ['listSnapshots', of],
    queryFn: ({ signal }) => call(inventoryEndpoints.listSnapshots, { query: { of }, signal }),
  })

/** Two snapshots never change, but the logs that tell who did it come late. */
export const comparisonQuery = (pair: Pair) =>
  infiniteQueryOptions({
    queryKey: ['compareSnapshots', pair],
    queryFn: ({ pageParam, signal }) => comparePage(pair, pageParam, { limit: pageSize, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextAfter }) => nextAfter ?? undefined,
    staleTime: 60_000,
  })

function comparePage(
  pair: Pair,
  after: string | undefined,
  { limit, signal }: { readonly limit: number; readonly signal?: AbortSignal },
): Promise<InventoryComparison> {
  return call(inventoryEndpoints.compareSnapshots, {
    query: { ...pair, limit, ...(after === undefined ? {} : { after }) },
    ...(signal === undefined ? {} : { signal }),
  })
}

/** Every difference, page by page, for a file. */
export async function readAllChanges(pair: Pair): Promise<readonly InventoryChange[]> {
  const changes: InventoryChange[] = []
  let after: string | undefined
  do {
    const page = await comparePage(pair, after, { limit: 1000 })
    changes.push(...page.changes)
    after = page.nextAfter ?? undefined
  } while (after !== undefined)
  return changes
}
