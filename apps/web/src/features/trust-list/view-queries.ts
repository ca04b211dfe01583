import { queryOptions } from '@tanstack/react-query'
import { viewEndpoints } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

export const viewsQuery = queryOptions({
  queryKey: ['listViews'],
  queryFn: ({ signal }) => call(viewEndpoints.listViews, { signal }),
  staleTime: 60_000,
})
