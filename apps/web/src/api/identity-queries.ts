import { queryOptions, infiniteQueryOptions } from '@tanstack/react-query'
import { endpoints, type IdentityPath } from '@trustwright/shared-schemas'
import { call } from './client.ts'

export const subscriptionsQuery = queryOptions({
  queryKey: ['listSubscriptions'],
  queryFn: ({ signal }) => call(endpoints.listSubscriptions, { signal }),
  staleTime: 5 * 60_000,
})

export const locationsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listLocations', { subscriptionId }],
    queryFn: ({ signal }) => call(endpoints.listLocations, { params: { subscriptionId }, signal }),
    staleTime: 60 * 60_000,
  })

export const resourceGroupsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listResourceGroups', { subscriptionId }],
    queryFn: ({ signal }) => call(endpoints.listResourceGroups, { params: { subscriptionId }, signal }),
  })

export const resourceGroupAccessQuery = (subscriptionId: string, resourceGroup: string) =>
  queryOptions({
    queryKey: ['readResourceGroupAccess', { subscriptionId, resourceGroup }],
    queryFn: ({ signal }) =>
      call(endpoints.readResourceGroupAccess, { params: { subscriptionId, resourceGroup }, signal }),
  })

export const identitiesQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listIdentities', { subscriptionId }],
    queryFn: ({ signal }) => call(endpoints.listIdentities, { params: { subscriptionId }, signal }),
  })

export const identityQuery = (path: IdentityPath) =>
  queryOptions({
    queryKey: ['readIdentity', path],
    queryFn: ({ signal }) => call(endpoints.readIdentity, { params: path, signal }),
  })

export const identityTrustsQuery = (path: IdentityPath) =>
  queryOptions({
    queryKey: ['listTrusts', path],
    queryFn: ({ signal }) => call(endpoints.listTrusts, { params: path, signal }),
  })

export const identityActivityQuery = (path: IdentityPath) =>
  infiniteQueryOptions({
    queryKey: ['listIdentityActivity', path],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listIdentityActivity, { params: path, query: { before: pageParam, limit: 50 }, signal }),
    getNextPageParam: (page) => page.nextBefore ?? undefined,
  })
