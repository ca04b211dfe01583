import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { tagsOf } from '../core/tags.ts'
import { clusterInPath, clusterShape, clusterType, demandCluster } from './cluster-shape.ts'

export const patchCluster = armOperation({
  id: 'arm/patch-cluster',
  method: 'PATCH',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{cluster}',
  armType: armTypes.clusters,
  summary: 'Replace the tags of a managed cluster',
  source: 'https://learn.microsoft.com/rest/api/aks/managed-clusters/update-tags',
  handle: (call) => {
    const { world, request, apiVersion } = call
    const { id, key } = clusterInPath(call)
    admit(call, `${clusterType}/write`, id)
    const present = demandCluster(call)
    const cluster = { ...present, tags: tagsOf(parseBody(request.body)) ?? present.tags }
    world.store.resources.put(key, cluster)
    return { status: 200, body: clusterShape(cluster, apiVersion) }
  },
})
