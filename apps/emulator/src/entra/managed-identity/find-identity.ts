import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'

/** Spelled as `xms_mirid` has it. */
export function resourceIdOfIdentity({ subscriptionId, resourceGroup, name }: ManagedIdentity): string {
  return `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
}

export function identityByClientId(clientId: string | null, world: World): ManagedIdentity | undefined {
  return world.store.identities.by('clientId', clientId?.toLowerCase() ?? '')[0]
}
