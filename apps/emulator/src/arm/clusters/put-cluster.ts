import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { isObject, parseBody, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { demandResourceLocation, requiredLocation } from '../core/tracked-resource.ts'
import { tagsOf } from '../core/tags.ts'
import { groupFaults } from '../groups/group-faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { demandAllowedByPolicy } from '../policies/demand-allowed.ts'
import { clusterFaults, clusterProperties } from './cluster-rules.ts'
import { clusterInPath, clusterShape, clusterType } from './cluster-shape.ts'

export const putCluster = armOperation({
  id: 'arm/put-cluster',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ContainerService/managedClusters/{cluster}',
  armType: armTypes.clusters,
  summary: 'Create (201) or change (200) a managed cluster; with the OIDC issuer enabled it gets an issuer',
  source: 'https://learn.microsoft.com/rest/api/aks/managed-clusters/create-or-update',
  handle: put,
})

const namePattern = /^[a-zA-Z0-9]$|^[a-zA-Z0-9][-_a-zA-Z0-9]{0,61}[a-zA-Z0-9]$/

function put(call: ArmCall): EmulatorResponse {
  const { world, caller, request, apiVersion } = call
  const { id, name, key, present } = clusterInPath(call)
  admit(call, `${clusterType}/write`, id)
  const group = demandGroup(call)
  if (!namePattern.test(name)) throw refuse(clusterFaults.name(name))
  const body = parseBody(request.body)
  const location = requiredLocation(body)
  demandResourceLocation(location, clusterType)
  if (present && present.location !== location) {
    throw refuse(groupFaults.resourceElsewhere(name, group.name, String(present.location), location))
  }
  const tags = tagsOf(body) ?? present?.tags ?? {}
  const place = { name, location, tenantId: caller.tenantId }
  const properties = clusterProperties(body, present?.properties, place, world)
  demandAllowedByPolicy(world, { id, name, type: clusterType, location, tags, properties })
  const cluster: StoredResource = {
    id: present?.id ?? id,
    name: present?.name ?? name,
    type: clusterType,
    location,
    tags,
    properties,
    extra: present?.extra ?? extraOf(call, body),
    createdAt: present?.createdAt ?? world.clock.now(),
  }
  world.store.resources.put(key, cluster)
  return { status: present ? 200 : 201, body: clusterShape(cluster, apiVersion) }
}

function extraOf({ world, caller }: ArmCall, body: JsonObject): JsonObject {
  const identity = isObject(body.identity) ? body.identity : { type: 'SystemAssigned' }
  const isSystem = identity.type === 'SystemAssigned'
  return {
    identity: isSystem ? { ...identity, principalId: world.newGuid(), tenantId: caller.tenantId } : identity,
    ...(isSystem ? { systemAssignedClientId: world.newGuid() } : {}),
    sku: body.sku ?? { name: 'Base', tier: 'Free' },
  }
}
