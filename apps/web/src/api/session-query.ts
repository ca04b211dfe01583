import { endpoints } from '@trustwright/shared-schemas'
import { queryOptions } from '@tanstack/react-query'
import { call } from './client.ts'

/** Who is signed in, and the settings of this deployment. */
export const sessionQuery = queryOptions({
  queryKey: ['readSession'],
  queryFn: ({ signal }) => call(endpoints.readSession, { signal }),
  staleTime: 60_000,
})
