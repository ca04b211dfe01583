import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { inventoryEndpoints, type InventoryScan } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { call } from '../../api/client.ts'
import { followInventory } from './follow-inventory.ts'
import { isOpen, scanQuery, type InventoryOf } from './inventory-query.ts'
import { useSessionLost } from '../use-session-lost.ts'

/** How long without the stream of events until it looks by itself. */
const lookEveryMs = 10_000

export interface Reading {
  /** Undefined while nobody knows; null where nothing was ever read. */
  readonly scan: InventoryScan | null | undefined
  readonly error: unknown
  readonly isStarting: boolean
  readonly start: () => void
  readonly retry: () => void
}

/** The newest pass without its trusts, followed to its end. Looking begins none: `start` does. */
export function useReading(of: InventoryOf): Reading {
  const queries = useQueryClient()
  const { queryKey } = scanQuery(of)
  const take = (scan: InventoryScan) => queries.setQueryData(queryKey, scan)
  // The stream, the list and the look below tell it here, each what it heard last.
  const told = useQuery({ ...scanQuery(of), queryFn: skipToken })
  const looked = useQuery({
    queryKey: ['lookAtInventory', of],
    queryFn: async ({ signal }) => {
      const { scan } = await call(inventoryEndpoints.latestInventory, { query: { of }, signal })
      if (scan !== null) take(scan)
      return scan
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isOpen(state.data) ? lookEveryMs : false),
  })
  const begin = useMutation({
    mutationFn: () => call(inventoryEndpoints.startInventory, { query: { of } }),
    onSuccess: take,
  })
  const scan = told.data ?? looked.data
  const isReading = scan !== undefined && scan !== null && isOpen(scan)
  const lost = useSessionLost()
  useEffect(() => {
    if (!isReading || lost !== null) return undefined
    const end = new AbortController()
    void followInventory(queries, of, end.signal)
    return () => end.abort()
  }, [isReading, of, queries, lost])
  return {
    scan,
    error: begin.error ?? (scan === undefined ? looked.error : null),
    isStarting: begin.isPending,
    start: () => begin.mutate(),
    retry: () => {
      begin.reset()
      void looked.refetch()
    },
  }
}
