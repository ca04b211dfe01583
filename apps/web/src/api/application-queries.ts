import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { applicationEndpoints } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** `mine`: those that the person owns. `search` is text of a name, or a whole application ID. */
export interface ApplicationSearch {
  readonly of: 'mine' | 'all'
  readonly search: string
}

/** A search for applications, a page at a time; `total` of each page is Graph's count of all, where it told one. */
export const applicationsQuery = ({ of, search }: ApplicationSearch) =>
  infiniteQueryOptions({
    queryKey: ['listApplications', { of, search }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(applicationEndpoints.listApplications, {
        query: { of, search, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })

/** What the person may do with applications before any is chosen. */
export const directoryAccessQuery = queryOptions({
  queryKey: ['readDirectoryAccess'],
  queryFn: ({ signal }) => call(applicationEndpoints.readDirectoryAccess, { signal }),
  staleTime: 60_000,
})
