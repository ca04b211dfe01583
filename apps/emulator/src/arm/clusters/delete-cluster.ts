import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { removeAssignmentsUnder } from '../roles/role-assignment-shape.ts'
import { clusterInPath, clusterType } from './cluster-shape.ts'

export const deleteCluster = armOperation({
  id: 'arm/delete-cluster',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{cluster}',
  armType: armTypes.clusters,
  summary: 'Delete a managed cluster: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/aks/managed-clusters/delete',
  handle: (call) => {
    const { world } = call
    const { id, key, present } = clusterInPath(call)
    admit(call, `${clusterType}/delete`, id)
    demandGroup(call)
    if (!present) return { status: 204 }
    world.transaction(() => {
      world.store.resources.delete(key)
      removeAssignmentsUnder(world, id)
    })
    return { status: 200 }
  },
})
