import { Cluster, ClusterList, ClusterPath } from './cluster.ts'
import { endpoint } from './endpoint.ts'

/** The addresses about managed clusters (AKS); a part of `endpoints`. */
export const clusterEndpoints = {
  listClusters: endpoint({
    operationId: 'listClusters',
    summary: 'Managed clusters (AKS) of every subscription that the person may read, each with its issuer',
    method: 'GET',
    path: '/api/clusters',
    access: 'signed-in',
    status: 200,
    reply: ClusterList,
    errors: [],
  }),
  readCluster: endpoint({
    operationId: 'readCluster',
    summary: 'One managed cluster and its issuer, without the delay of the list',
    method: 'GET',
    path: '/api/clusters/:subscriptionId/:resourceGroup/:clusterName',
    access: 'signed-in',
    params: ClusterPath,
    status: 200,
    reply: Cluster,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
