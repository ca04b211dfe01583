import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { inventoryEndpoints } from '@trustwright/shared-schemas'
import { useEffect } from 'react'
import { useCloud } from '../use-cloud.ts'
import { call } from '../../api/client.ts'
import { followInventory } from './follow-inventory.ts'
import { inventoryQuery, isOpen, scanQuery, type Inventory, type InventoryOf } from './inventory-query.ts'
import { useSessionLost } from '../use-session-lost.ts'
import { useWantedSignIn } from '../use-wanted-sign-in.ts'

export interface InventoryState {
  /** Undefined until the first answer came. */
  readonly inventory: Inventory | undefined
  /** The portal by itself never read anything. */
  readonly isNeverRead: boolean
  readonly error: unknown
  readonly isRefreshing: boolean
  readonly refresh: () => void
  readonly stop: () => void
  readonly retry: () => void
}

/** The newest pass with its rows, growing while it is read; `refresh` starts the next one, `stop` ends the open one. */
export function useInventory(of: InventoryOf = 'mine'): InventoryState {
  const queryClient = useQueryClient()
  const scan = useQuery(scanQuery(of))
  const isKnown = scan.data !== undefined && scan.data !== null
  const options = inventoryQuery(of, queryClient, useCloud())
  const inventory = useQuery(isKnown ? options : { ...options, queryFn: skipToken })
  const take = (next: Inventory['scan'] | null) => {
    queryClient.setQueryData(scanQuery(of).queryKey, next)
    void queryClient.refetchQueries({ queryKey: options.queryKey })
  }
  const start = useMutation({
    mutationFn: () => call(inventoryEndpoints.startInventory, { query: { of } }),
    onSuccess: take,
  })
  const stop = useMutation({
    mutationFn: () => call(inventoryEndpoints.stopInventory, { query: { of } }),
    onSuccess: (answer) => take(answer.scan),
  })
  const isReading = inventory.data !== undefined && isOpen(inventory.data.scan)
  useWantedSignIn(inventory.data?.scan.state === 'signed-out')
  const lost = useSessionLost()
  useEffect(() => {
    if (!isReading || lost !== null) return undefined
    const end = new AbortController()
    void followInventory(queryClient, of, end.signal)
    return () => end.abort()
  }, [isReading, of, queryClient, lost])
  const error = scan.error ?? inventory.error ?? start.error ?? stop.error
  return {
    inventory: inventory.data,
    isNeverRead: scan.data === null,
    error,
    isRefreshing: start.isPending,
    refresh: () => start.mutate(),
    stop: () => stop.mutate(),
    retry: () => {
      start.reset()
      stop.reset()
      if (scan.error === null) void inventory.refetch()
      else void scan.refetch()
    },
  }
}
