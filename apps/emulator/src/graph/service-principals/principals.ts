import type { ServicePrincipal } from '../../kernel/entities/directory.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { replica } from '../core/replica.ts'

/** A service principal: kept by the directory, or following from a managed identity. */
export type Principal = { stored: ServicePrincipal } | { identity: ManagedIdentity }

/** By object id. */
export function findPrincipal(world: World, objectId: string): Principal | undefined {
  const id = objectId.toLowerCase()
  const stored = replica(world, 'servicePrincipals').get(id)
  if (stored && stored.tenantId === world.settings.tenantId) return { stored }
  const identity = world.store.identities.by('principalId', id)[0]
  return identity && { identity }
}

/** By application id: an application's principal of this tenant, or a managed identity's. */
export function principalOfClient(world: World, appId: string): Principal | undefined {
  const id = appId.toLowerCase()
  const all = replica(world, 'servicePrincipals').by('appId', id)
  const stored = all.find(({ tenantId }) => tenantId === world.settings.tenantId)
  if (stored) return { stored }
  const identity = world.store.identities.by('clientId', id)[0]
  return identity && { identity }
}

/** Every principal of the tenant: the directory's own first. */
export function allPrincipals(world: World): Principal[] {
  const { tenantId } = world.settings
  const stored = replica(world, 'servicePrincipals').list()
  return [
    ...stored.filter((principal) => principal.tenantId === tenantId).map((each) => ({ stored: each })),
    ...world.store.identities.list().map((identity) => ({ identity })),
  ]
}

export function objectIdOf(principal: Principal): string {
  return 'stored' in principal ? principal.stored.objectId : principal.identity.principalId
}

export function displayNameOf(principal: Principal): string {
  return 'stored' in principal ? principal.stored.displayName : principal.identity.name
}

/** Resource id of a managed identity, as `alternativeNames` carries it. */
export function resourceIdOf({ subscriptionId, resourceGroup, name }: ManagedIdentity): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
}
