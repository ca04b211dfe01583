import type { ClusterPath, IdentityPath } from '@trustwright/shared-schemas'

/** ARM resource ID of an identity. ARM compares IDs without case. */
export function identityId({ subscriptionId, resourceGroup, identityName }: IdentityPath): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identityName}`
}

export function trustId(path: IdentityPath, trustName: string): string {
  return `${identityId(path)}/federatedIdentityCredentials/${trustName}`
}

/** The portal's own ID of an application, for audit and notes: Graph has none that looks like ARM's. */
export function applicationId(appId: string): string {
  return `/applications/${appId}`
}

export function applicationTrustId(appId: string, trustName: string): string {
  return `${applicationId(appId)}/federatedIdentityCredentials/${trustName}`
}

export function resourceGroupId(subscriptionId: string, name: string): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`
}

export function roleAssignmentId(scope: string, name: string): string {
  return `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`
}

/** Of a resource ID; empty for what lies in none. */
export function subscriptionOf(id: string): string {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? ''
}

/** One key for all spellings of a resource ID. */
export function resourceKey(id: string): string {
  return id.toLowerCase()
}

const identityPattern =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.managedidentity\/userassignedidentities\/([^/]+)/i

/** Where an identity lives, from its own ID or that of a trust; null for any other text. */
export function parseIdentityId(id: string): IdentityPath | null {
  const [, subscriptionId, resourceGroup, identityName] = identityPattern.exec(id) ?? []
  if (subscriptionId === undefined || resourceGroup === undefined || identityName === undefined) return null
  return { subscriptionId, resourceGroup, identityName }
}

export function clusterId({ subscriptionId, resourceGroup, clusterName }: ClusterPath): string {
  return `${resourceGroupId(subscriptionId, resourceGroup)}/providers/Microsoft.ContainerService/managedClusters/${clusterName}`
}

const clusterPattern =
  /^\/subscriptions\/([^/]+)\/resourcegroups\/([^/]+)\/providers\/microsoft\.containerservice\/managedclusters\/([^/]+)$/i

/** Where a managed cluster lives; null for any other text. */
export function parseClusterId(id: string): ClusterPath | null {
  const [, subscriptionId, resourceGroup, clusterName] = clusterPattern.exec(id) ?? []
  if (subscriptionId === undefined || resourceGroup === undefined || clusterName === undefined) return null
  return { subscriptionId, resourceGroup, clusterName }
}

/** The parts that the permissions API asks for. */
export interface ResourceParts {
  readonly subscriptionId: string
  readonly resourceGroup: string
  /** Null for the group itself. `parentPath` is empty for a resource without a parent. */
  readonly resource: { namespace: string; parentPath: string; type: string; name: string } | null
}

/** Parts of the ID of a resource group, or of a resource in one; null for any other ID. */
export function parseResourceId(id: string): ResourceParts | null {
  const [, root, subscriptionId, groups, resourceGroup, providers, namespace, ...types] = id.split('/')
  if (root?.toLowerCase() !== 'subscriptions' || groups?.toLowerCase() !== 'resourcegroups') return null
  if (!subscriptionId || !resourceGroup) return null
  if (providers === undefined) return { subscriptionId, resourceGroup, resource: null }
  const [type, name] = types.slice(-2)
  if (providers.toLowerCase() !== 'providers' || !namespace || !type || !name || types.length % 2 !== 0)
    return null
  const resource = { namespace, parentPath: types.slice(0, -2).join('/'), type, name }
  return { subscriptionId, resourceGroup, resource }
}
