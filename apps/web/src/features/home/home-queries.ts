import { queryOptions } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

export const recentActivityQuery = queryOptions({
  queryKey: ['home', 'listActivity'],
  queryFn: ({ signal }) => call(endpoints.listActivity, { query: { limit: 50 }, signal }),
  staleTime: 0,
})
