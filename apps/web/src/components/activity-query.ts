import { infiniteQueryOptions } from '@tanstack/react-query'
import { activityEndpoints, type ActivityOutcome } from '@trustwright/shared-schemas'
import { addressOf } from '../api/address.ts'
import { call } from '../api/client.ts'

/** All parts have to fit. */
export interface ActivityFilter {
  /** `all`: of everybody, for administrators. */
  readonly of: 'mine' | 'all'
  readonly actor?: string
  /** Several are parted by commas. */
  readonly operation?: string
  readonly target?: string
  readonly outcome?: ActivityOutcome
  /** Moments in ISO 8601: the first that counts, and the first that does not any more. */
  readonly from?: string
  readonly to?: string
}

/** Actions, newest first, a page at a time. */
export const activityQuery = (filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['listActivity', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(activityEndpoints.listActivity, { query: { ...filter, before: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.nextBefore ?? undefined,
    staleTime: 0,
  })

/** Of the file with the actions that fit. */
export function activityFileAddress(filter: ActivityFilter, format: 'csv' | 'json'): string {
  return addressOf(activityEndpoints.exportActivity, {}, { ...filter, format })
}
