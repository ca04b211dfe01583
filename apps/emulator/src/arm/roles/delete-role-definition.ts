import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { findRole, roleGuid } from './find-role.ts'
import { roleDefinitionShape } from './role-definition-shape.ts'
import { roleFaults } from './role-faults.ts'

export const deleteRoleDefinition = armOperation({
  id: 'arm/delete-role-definition',
  method: 'DELETE',
  path: '/{scope*}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinition}',
  armType: armTypes.roleDefinitions,
  summary: 'Delete a custom role that nobody holds: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-definitions/delete',
  handle: (call) => {
    const scope = scopeInPath(call)
    const role = findRole(call.world, call.params.roleDefinition ?? '')
    for (const place of [scope, ...(role?.custom?.assignableScopes ?? [])]) {
      admit(call, 'Microsoft.Authorization/roleDefinitions/delete', place)
    }
    if (!role) return { status: 204 }
    if (!role.custom) throw refuse(roleFaults.definitionBuiltIn())
    for (const { roleDefinitionId } of call.world.store.roleAssignments.values()) {
      if (roleGuid(roleDefinitionId) === role.name) throw refuse(roleFaults.definitionInUse())
    }
    call.world.store.roleDefinitions.delete(role.name)
    return { status: 200, body: roleDefinitionShape(role, scope) }
  },
})
