import { queryOptions } from '@tanstack/react-query'
import { clusterEndpoints, type ClusterPath } from '@trustwright/shared-schemas'
import { call } from './client.ts'

/** Managed clusters (AKS) of every subscription that the person may read. */
export const clustersQuery = queryOptions({
  queryKey: ['listClusters'],
  queryFn: ({ signal }) => call(clusterEndpoints.listClusters, { signal }),
  staleTime: 60_000,
})

export const clusterQuery = (path: ClusterPath) =>
  queryOptions({
    queryKey: ['readCluster', path],
    queryFn: ({ signal }) => call(clusterEndpoints.readCluster, { params: path, signal }),
    staleTime: 60_000,
    retry: false,
  })
