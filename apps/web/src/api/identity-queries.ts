import { queryOptions } from '@tanstack/react-query'
import { identityEndpoints, subscriptionEndpoints, type IdentityPath } from '@trustwright/shared-schemas'
import { call } from './client.ts'

export const subscriptionsQuery = queryOptions({
  queryKey: ['listSubscriptions'],
  queryFn: ({ signal }) => call(subscriptionEndpoints.listSubscriptions, { signal }),
  staleTime: 5 * 60_000,
})

export const locationsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listLocations', { subscriptionId }],
    queryFn: ({ signal }) =>
      call(subscriptionEndpoints.listLocations, { params: { subscriptionId }, signal }),
    staleTime: 60 * 60_000,
  })

export const resourceGroupsQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listResourceGroups', { subscriptionId }],
    queryFn: ({ signal }) =>
      call(subscriptionEndpoints.listResourceGroups, { params: { subscriptionId }, signal }),
  })

export const resourceGroupAccessQuery = (subscriptionId: string, resourceGroup: string) =>
  queryOptions({
    queryKey: ['readResourceGroupAccess', { subscriptionId, resourceGroup }],
    queryFn: ({ signal }) =>
      call(subscriptionEndpoints.readResourceGroupAccess, {
        params: { subscriptionId, resourceGroup },
        signal,
      }),
  })

export const identitiesQuery = (subscriptionId: string) =>
  queryOptions({
    queryKey: ['listIdentities', { subscriptionId }],
    queryFn: ({ signal }) => call(identityEndpoints.listIdentities, { params: { subscriptionId }, signal }),
  })

export const identityQuery = (path: IdentityPath) =>
  queryOptions({
    queryKey: ['readIdentity', path],
    queryFn: ({ signal }) => call(identityEndpoints.readIdentity, { params: path, signal }),
  })

/** The parts that name an identity, of whatever carries them. */
export function identityPathOf({ subscriptionId, resourceGroup, identityName }: IdentityPath): IdentityPath {
  return { subscriptionId, resourceGroup, identityName }
}

/** Managed identities of every subscription that the person may read. */
export const allIdentitiesQuery = queryOptions({
  queryKey: ['listAllIdentities'],
  queryFn: ({ signal }) => call(identityEndpoints.listAllIdentities, { signal }),
  staleTime: 60_000,
})
