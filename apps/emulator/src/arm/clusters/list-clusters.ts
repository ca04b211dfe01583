import type { Operation } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { pageOf, type Page } from '../core/paging.ts'
import { keyOf } from '../core/resource-ids.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { readable } from '../roles/authorise.ts'
import { clusterShape, clusterType } from './cluster-shape.ts'

/** Of a subscription, and of one of its groups. */
export const listClusters: readonly Operation[] = [
  '/subscriptions/{subscriptionId}/providers/Microsoft.ContainerService/managedClusters',
  '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters',
].map((path) =>
  armOperation({
    id: 'arm/list-clusters',
    method: 'GET',
    path,
    armType: armTypes.clusters,
    summary: 'Managed clusters that the caller may read',
    source: 'https://learn.microsoft.com/rest/api/aks/managed-clusters/list',
    handle: (call) => ({ status: 200, body: list(call) }),
  }),
)

function list(call: ArmCall): Page {
  const { world, caller, request, apiVersion, params } = call
  const { subscriptionId = '', resourceGroup } = params
  if (resourceGroup !== undefined) demandGroup(call)
  const inGroup = resourceGroup === undefined ? '' : `resourcegroups/${resourceGroup}/`
  const prefix = keyOf(`/subscriptions/${subscriptionId}/${inGroup}`)
  const mayRead = readable(world, caller, `${clusterType}/read`)
  const found = world.store.resources
    .by('type', clusterType.toLowerCase())
    .filter(({ id }) => keyOf(id).startsWith(prefix) && mayRead(id))
  return pageOf(
    request,
    found,
    ({ id }) => keyOf(id),
    (cluster) => clusterShape(cluster, apiVersion),
  )
}
