import { queryOptions } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

/** Only looks at the newest pass; the list of trusts is what starts one. */
export const lastScanQuery = queryOptions({
  queryKey: ['home', 'latestInventory'],
  queryFn: ({ signal }) => call(endpoints.latestInventory, { signal }),
})

export const recentActivityQuery = queryOptions({
  queryKey: ['home', 'listActivity'],
  queryFn: ({ signal }) => call(endpoints.listActivity, { query: { limit: 50 }, signal }),
  staleTime: 0,
})
