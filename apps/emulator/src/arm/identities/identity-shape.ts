import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { faults } from '../core/faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { refuse } from '../core/refusal.ts'
import { seenIdentity } from '../core/visibility.ts'
import { knowsIsolation, knowsRestrictions } from './identity-rules.ts'
import { groupId, identityId, keyOf } from '../core/resource-ids.ts'

export const identityType = 'Microsoft.ManagedIdentity/userAssignedIdentities'

/**
 * An identity as its provider returns it.
 * Source: https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/get
 */
export function identityShape(
  identity: ManagedIdentity,
  world: World,
  apiVersion: string,
): Record<string, unknown> {
  return {
    id: idOf(identity),
    name: identity.name,
    type: identityType,
    location: identity.location,
    tags: identity.tags,
    properties: {
      tenantId: world.settings.tenantId,
      principalId: identity.principalId,
      clientId: identity.clientId,
      ...(knowsIsolation(apiVersion) ? { isolationScope: identity.isolationScope } : {}),
      ...(knowsRestrictions(apiVersion) && identity.assignmentRestrictions
        ? { assignmentRestrictions: identity.assignmentRestrictions }
        : {}),
    },
  }
}

export function idOf({ subscriptionId, resourceGroup, name }: ManagedIdentity): string {
  return identityId(subscriptionId, resourceGroup, name)
}

/** The identity in the path: `scope` as the path spells it, as refusals quote it; `key` to find it by. */
export function identityInPath({ params }: ArmCall): { name: string; scope: string; key: string } {
  const { subscriptionId = '', resourceGroup = '', identity: name = '' } = params
  const scope = `${groupId(subscriptionId, resourceGroup)}/providers/${identityType}/${name}`
  return { name, scope, key: keyOf(scope) }
}

/** Throws ResourceGroupNotFound or ResourceNotFound. `seen`: as reads see it, which may be later than writes. */
export function demandIdentity(call: ArmCall, as: 'seen' | 'written'): ManagedIdentity {
  const group = demandGroup(call)
  const { name, key } = identityInPath(call)
  const identity = as === 'seen' ? seenIdentity(call.world, key) : call.world.store.identities.get(key)
  if (!identity) throw refuse(faults.resourceNotFound(`${identityType}/${name}`, group.name))
  return identity
}
