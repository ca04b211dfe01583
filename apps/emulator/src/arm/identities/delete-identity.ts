import { dropCredential } from '../../kernel/credential-writes.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { credentialId, keyOf } from '../core/resource-ids.ts'
import { showIdentityForAWhile } from '../core/visibility.ts'
import { credentialsOf } from '../credentials/credential-shape.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { removeAssignmentsUnder } from '../roles/role-assignment-shape.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { identityKey } from './identity-key.ts'
import { identityInPath, identityType, idOf } from './identity-shape.ts'

export const deleteIdentity = armOperation({
  id: 'arm/delete-identity',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Delete an identity and its credentials: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/delete',
  handle: async (call) => {
    const { world } = call
    const { name, scope, key } = identityInPath(call)
    const action = `${identityType}/delete`
    admit(call, action, scope)
    await provokeOnIdentityWrite(call, { name, action, scope })
    const { subscriptionId } = demandGroup(call)
    spendIdentityRequest(world, 'delete', subscriptionId, key)
    const identity = world.store.identities.get(key)
    if (!identity) return { status: 204 }
    world.transaction(() => {
      removeIdentity(world, identity)
      removeAssignmentsUnder(world, idOf(identity))
    })
    return { status: 200 }
  },
})

/**
 * Removes an identity and its credentials; the role assignments on it are the caller's to remove. Roles that it holds
 * elsewhere stay behind, as in Azure.
 */
export function removeIdentity(world: World, identity: ManagedIdentity): void {
  const key = identityKey(identity)
  for (const { name } of credentialsOf(world, key)) dropCredential(world, keyOf(credentialId(key, name)))
  world.store.identities.delete(key)
  showIdentityForAWhile(world, key, identity)
}
