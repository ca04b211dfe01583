import { queryOptions } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

export const viewsQuery = queryOptions({
  queryKey: ['listViews'],
  queryFn: ({ signal }) => call(endpoints.listViews, { signal }),
  staleTime: 60_000,
})
