import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { credentialsOf } from '../credentials/credential-shape.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { identityInPath, identityType, idOf } from './identity-shape.ts'
import { credentialId, keyOf } from '../core/resource-ids.ts'
import { removeAssignmentsUnder } from '../roles/role-assignment-shape.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'

export const deleteIdentity = armOperation({
  id: 'arm/delete-identity',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Delete an identity and its credentials: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/delete',
  handle: async (call) => {
    const { world, caller } = call
    const { name, scope, key } = identityInPath(call)
    const action = `${identityType}/delete`
    demand(world, caller, action, scope)
    await provokeOnIdentityWrite(call, { name, action, scope })
    demandGroup(call)
    const identity = world.store.identities.get(key)
    if (!identity) return { status: 204 }
    world.transaction(() => removeIdentity(world, identity))
    return { status: 200 }
  },
})

/**
 * Removes an identity, its credentials and the role assignments on it. Roles that it holds elsewhere stay behind,
 * as in Azure.
 */
export function removeIdentity(world: World, identity: ManagedIdentity): void {
  const key = keyOf(idOf(identity))
  for (const { name } of credentialsOf(world, key)) {
    world.store.credentials.delete(keyOf(credentialId(key, name)))
  }
  removeAssignmentsUnder(world, idOf(identity))
  world.store.identities.delete(key)
}
