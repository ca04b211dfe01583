import type { StoredResource } from '../../kernel/entities/resources.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { faults } from '../core/faults.ts'
import { isObject, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { keyOf } from '../core/resource-ids.ts'
import { demandGroup } from '../groups/group-shape.ts'

export const clusterType = 'Microsoft.ContainerService/managedClusters'

/** First version that carries the issuer. */
const issuerSince = '2022-09-01'

/**
 * A managed cluster as its provider returns it; the slash at the end of the issuer is part of it.
 * Source: https://learn.microsoft.com/rest/api/aks/managed-clusters/get
 */
export function clusterShape(cluster: StoredResource, apiVersion: string): Record<string, unknown> {
  const { id, name, location, tags, properties, extra } = cluster
  const { identity, sku } = extra
  return {
    id,
    location,
    name,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
    type: clusterType,
    properties: apiVersion < issuerSince ? withoutIssuer(properties) : properties,
    ...(identity === undefined ? {} : { identity }),
    sku,
  }
}

function withoutIssuer(properties: JsonObject): JsonObject {
  const { securityProfile } = properties
  return {
    ...without(properties, 'oidcIssuerProfile'),
    ...(isObject(securityProfile) ? { securityProfile: without(securityProfile, 'workloadIdentity') } : {}),
  }
}

function without(object: JsonObject, left: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== left))
}

/** The cluster in the path, found or not. */
export function clusterInPath(call: ArmCall): {
  id: string
  name: string
  key: string
  present: StoredResource | undefined
} {
  const { subscriptionId = '', resourceGroup = '', cluster: name = '' } = call.params
  const id = `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/${clusterType}/${name}`
  const key = keyOf(id)
  return { id, name, key, present: call.world.store.resources.get(key) }
}

/** Throws ResourceGroupNotFound or ResourceNotFound. */
export function demandCluster(call: ArmCall): StoredResource {
  const group = demandGroup(call)
  const { name, present } = clusterInPath(call)
  if (!present) throw refuse(faults.resourceNotFound(`${clusterType}/${name}`, group.name))
  return present
}
