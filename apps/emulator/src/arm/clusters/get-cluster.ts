import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { clusterInPath, clusterShape, clusterType, demandCluster } from './cluster-shape.ts'

export const getCluster = armOperation({
  id: 'arm/get-cluster',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{cluster}',
  armType: armTypes.clusters,
  summary: 'One managed cluster; its issuer since 2022-09-01',
  source: 'https://learn.microsoft.com/rest/api/aks/managed-clusters/get',
  handle: (call) => {
    demand(call.world, call.caller, `${clusterType}/read`, clusterInPath(call).id)
    return { status: 200, body: clusterShape(demandCluster(call), call.apiVersion) }
  },
})
