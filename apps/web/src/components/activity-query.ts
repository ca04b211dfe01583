import { infiniteQueryOptions } from '@tanstack/react-query'
import { endpoints } from '@trustwright/shared-schemas'
import { call } from '../api/client.ts'

/** The person's own actions, newest first, a page at a time. */
export const ownActivityQuery = infiniteQueryOptions({
  queryKey: ['listActivity'],
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    call(endpoints.listActivity, { query: { before: pageParam, limit: 50 }, signal }),
  getNextPageParam: (page) => page.nextBefore ?? undefined,
  staleTime: 0,
})
