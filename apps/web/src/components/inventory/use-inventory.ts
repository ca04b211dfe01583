import { useMutation, useQuery, useQueryClient, skipToken } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { useCloud } from '../use-cloud.ts'
import { call } from '../../api/client.ts'
import { inventoryQuery, scanQuery, type Inventory } from './inventory-query.ts'

interface InventoryState {
  /** Undefined until the first answer came. */
  readonly inventory: Inventory | undefined
  readonly error: unknown
  readonly isRefreshing: boolean
  readonly refresh: () => void
  readonly retry: () => void
}

const noScan = '00000000-0000-0000-0000-000000000000'

/** The newest pass with its rows, growing while it is read; `refresh` starts the next one. */
export function useInventory(): InventoryState {
  const queryClient = useQueryClient()
  const scan = useQuery(scanQuery)
  const scanId = scan.data?.scanId
  const options = inventoryQuery(scanId ?? noScan, queryClient, useCloud())
  const inventory = useQuery(scanId === undefined ? { ...options, queryFn: skipToken } : options)
  const start = useMutation({
    mutationFn: () => call(endpoints.startInventory),
    onSuccess: (started) => queryClient.setQueryData(scanQuery.queryKey, started),
  })
  const error = scan.error ?? inventory.error ?? start.error
  return {
    inventory: inventory.data,
    error,
    isRefreshing: start.isPending,
    refresh: () => start.mutate(),
    retry: () => {
      start.reset()
      if (scan.error === null) void inventory.refetch()
      else void scan.refetch()
    },
  }
}
