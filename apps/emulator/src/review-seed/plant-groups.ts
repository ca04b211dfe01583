import type { World } from '../kernel/world.ts'
import { guidOf } from '../seed-guid.ts'
import { clusterIssuer, subscriptions } from '../seed.ts'
import type { ParentKind, PlannedParent } from './plan.ts'
import type { TenantSize } from './plan-tenant.ts'

const identitiesInGroup = 200
const locations = ['westeurope', 'northeurope', 'swedencentral', 'eastus', 'uksouth'] as const
const clusterName = 'aks-review'

export interface GroupPlace {
  subscriptionId: string
  name: string
  location: string
}

/** Resource group of a parent by its number: of an identity the one it lies in, of an application one it has access to. */
export function groupOf(seed: number, number: number, place?: PlannedParent['place']): GroupPlace {
  const { development, production } = subscriptions
  if (place === 'nodes') {
    const name = `MC_rg-review-${seed}_${clusterName}_westeurope`
    return { subscriptionId: production.subscriptionId, name, location: 'westeurope' }
  }
  if (place === 'guarded') {
    const name = `rg-review-${seed}-guarded`
    return { subscriptionId: production.subscriptionId, name, location: 'westeurope' }
  }
  const group = Math.floor(number / identitiesInGroup)
  return {
    subscriptionId: (group % 2 === 0 ? development : production).subscriptionId,
    name: `rg-review-${seed}-${String(group + 1).padStart(3, '0')}`,
    location: locations[group % locations.length] ?? locations[0],
  }
}

export function groupPath({ subscriptionId, name }: GroupPlace): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${name}`
}

export function plantGroups(
  world: World,
  { identities, applications, seed }: TenantSize & { seed: number },
): void {
  const parents = identities + applications
  for (let number = 0; number < parents; number += identitiesInGroup) putGroup(world, groupOf(seed, number))
  plantNodes(world, seed)
  plantGuarded(world, seed)
}

function putGroup(
  { store }: World,
  group: GroupPlace,
  more: { managedBy?: string; tags?: Record<string, string> } = {},
) {
  store.resourceGroups.put(groupPath(group).toLowerCase(), { ...group, tags: {}, ...more })
}

/**
 * The group that AKS makes for a cluster's nodes, with its tags.
 * https://learn.microsoft.com/azure/aks/faq#why-are-two-resource-groups-created-with-aks-
 */
function plantNodes(world: World, seed: number): void {
  const nodes = groupOf(seed, 0, 'nodes')
  const group = { ...nodes, name: `rg-review-${seed}` }
  putGroup(world, group)
  const id = `${groupPath(group)}/providers/Microsoft.ContainerService/managedClusters/${clusterName}`
  putGroup(world, nodes, {
    managedBy: id,
    tags: { 'aks-managed-cluster-name': clusterName, 'aks-managed-cluster-rg': group.name },
  })
  world.store.resources.put(id.toLowerCase(), {
    id,
    name: clusterName,
    type: 'Microsoft.ContainerService/managedClusters',
    location: nodes.location,
    tags: {},
    properties: {
      provisioningState: 'Succeeded',
      nodeResourceGroup: nodes.name,
      oidcIssuerProfile: { enabled: true, issuerURL: clusterIssuer },
      securityProfile: { workloadIdentity: { enabled: true } },
    },
    extra: { sku: { name: 'Base', tier: 'Free' } },
    createdAt: world.clock.now(),
  })
}

/** https://learn.microsoft.com/azure/governance/policy/samples/built-in-policies#managed-identity */
const trustedOwnersPolicy = 'fd1a8e20-2c4f-4a6c-9354-b58d786d9a1f'

/** A group where Azure Policy takes trusts of contoso's repositories alone. */
function plantGuarded(world: World, seed: number): void {
  const group = groupOf(seed, 0, 'guarded')
  putGroup(world, group)
  const type = 'Microsoft.Authorization/policyAssignments'
  const name = 'trusted-repository-owners'
  const id = `${groupPath(group)}/providers/${type}/${name}`
  world.store.resources.put(id.toLowerCase(), {
    id,
    name,
    type,
    location: null,
    tags: {},
    properties: {
      displayName: 'Repositories of contoso alone',
      policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${trustedOwnersPolicy}`,
      parameters: {
        allowedRepoOwners: { value: ['contoso', 'contoso@5544123'] },
        allowedRepoExceptions: { value: [] },
        effect: { value: 'Deny' },
      },
      notScopes: [],
      enforcementMode: 'Default',
      metadata: { assignedBy: guidOf('review seed') },
    },
    extra: {},
    createdAt: world.clock.now(),
  })
}

/** Names that AKS gives to the identities of its add-ons, and those of teams. */
export function nameOf(
  seed: number,
  number: number,
  kind: ParentKind,
  place?: PlannedParent['place'],
): string {
  const tail = `${seed}-${String(number + 1).padStart(5, '0')}`
  if (place === 'nodes') return `azurekeyvaultsecretsprovider-${tail}`
  return kind === 'identity' ? `id-review-${tail}` : `review-${tail}`
}
