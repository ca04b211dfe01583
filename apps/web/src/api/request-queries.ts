import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { requestEndpoints, type NewTrustRequest } from '@trustwright/shared-schemas'
import { call } from './client.ts'

export const requestsKey = ['requests'] as const

export interface RequestFilter {
  readonly of: 'mine' | 'all'
  readonly state: 'open' | 'decided' | 'any'
}

export const requestListQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: [...requestsKey, 'list', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(requestEndpoints.listRequests, { query: { ...filter, before: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.nextBefore ?? undefined,
    staleTime: 0,
  })

export const requestQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...requestsKey, 'one', requestId],
    queryFn: ({ signal }) => call(requestEndpoints.readRequest, { params: { requestId }, signal }),
    staleTime: 0,
    // Another administrator may decide meanwhile.
    refetchInterval: ({ state }) => (state.data?.state === 'approving' ? 2000 : false),
  })

/** What an administrator looks at before deciding. */
export const requestReviewQuery = (requestId: string) =>
  queryOptions({
    queryKey: [...requestsKey, 'review', requestId],
    queryFn: ({ signal }) => call(requestEndpoints.reviewRequest, { params: { requestId }, signal }),
    staleTime: 0,
  })

export const createRequest = (body: NewTrustRequest) => call(requestEndpoints.createRequest, { body })

interface Seen {
  readonly requestId: string
  /** That the person saw. */
  readonly version: number
}

export const approveRequest = ({
  requestId,
  version,
  exceptPolicies,
}: Seen & { readonly exceptPolicies: readonly string[] }) =>
  call(requestEndpoints.approveRequest, {
    params: { requestId },
    body: { version, exceptPolicies: [...exceptPolicies] },
  })

export const declineRequest = ({ requestId, version, answer }: Seen & { readonly answer: string }) =>
  call(requestEndpoints.declineRequest, { params: { requestId }, body: { version, answer } })

export const withdrawRequest = ({ requestId, version }: Seen) =>
  call(requestEndpoints.withdrawRequest, { params: { requestId }, body: { version } })
