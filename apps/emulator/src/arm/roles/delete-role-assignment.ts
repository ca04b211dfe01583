import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demandUnlocked } from '../locks/scope-locks.ts'
import { demand } from './authorise.ts'
import { roleAssignmentInPath } from './role-assignment-in-path.ts'
import { attributesOf } from './role-assignment-rules.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'

export const deleteRoleAssignment = armOperation({
  id: 'arm/delete-role-assignment',
  method: 'DELETE',
  path: '/{scope*}/providers/Microsoft.Authorization/roleAssignments/{roleAssignment}',
  armType: armTypes.roleAssignments,
  summary: 'Take a role away: 200, or 204 when it was not assigned',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-assignments/delete',
  handle: (call) => {
    const { scope, name, key, present } = roleAssignmentInPath(call)
    const action = 'Microsoft.Authorization/roleAssignments/delete'
    const attributes = present ? { resource: attributesOf(present) } : {}
    const id = roleAssignmentId(scope, name)
    demand(call.world, call.caller, action, id, attributes)
    demandUnlocked(call.world, action, id)
    if (!present) return { status: 204 }
    call.world.store.roleAssignments.delete(key)
    return { status: 200, body: roleAssignmentShape(present) }
  },
})
