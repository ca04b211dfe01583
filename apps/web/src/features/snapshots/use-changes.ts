import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { InventoryChange } from '@trustwright/shared-schemas'
import { comparisonQuery, type Pair } from './snapshot-queries.ts'

/** Of more changes than these the rest is fetched when somebody asks for it. */
const mostAtOnce = 5000

export interface Changes {
  /** Undefined until the first answer came. */
  readonly all: readonly InventoryChange[] | undefined
  /** Counts of trusts over the whole comparison. */
  readonly counts: { readonly added: number; readonly removed: number; readonly changed: number }
  readonly logsUnread: readonly string[]
  readonly error: unknown
  readonly retry: () => void
  /** More are on their way by themselves. */
  readonly isComing: boolean
  /** Fetches more; null where all are there, or come by themselves. */
  readonly fetchMore: (() => void) | null
}

/** The changes between two snapshots, page after page without being asked: a filter looks through all of them. */
export function useChanges(pair: Pair): Changes {
  const { data, error, refetch, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    comparisonQuery(pair),
  )
  const all = data?.pages.flatMap(({ changes }) => changes)
  const isFull = (all?.length ?? 0) >= mostAtOnce
  const goesOn = hasNextPage && !isFull && error === null
  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage()
  }, [goesOn, isFetching, fetchNextPage])
  const { added = 0, removed = 0, changed = 0 } = data?.pages[0] ?? {}
  return {
    all,
    counts: { added, removed, changed },
    logsUnread: [...new Set(data?.pages.flatMap((page) => page.logsUnread))],
    error,
    retry: () => void refetch(),
    isComing: goesOn || (isFetching && all !== undefined),
    fetchMore: hasNextPage && isFull && !isFetching ? () => void fetchNextPage() : null,
  }
}
