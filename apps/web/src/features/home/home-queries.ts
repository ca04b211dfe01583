import { queryOptions } from '@tanstack/react-query'
import { activityEndpoints } from '@trustwright/shared-schemas'
import { call } from '../../api/client.ts'

export const recentActivityQuery = queryOptions({
  queryKey: ['home', 'listActivity'],
  queryFn: ({ signal }) => call(activityEndpoints.listActivity, { query: { limit: 50 }, signal }),
  staleTime: 0,
})
