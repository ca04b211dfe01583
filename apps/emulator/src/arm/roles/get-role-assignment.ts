import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from './authorise.ts'
import { refuse } from '../core/refusal.ts'
import { roleAssignmentInPath } from './role-assignment-in-path.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'
import { roleFaults } from './role-faults.ts'

export const getRoleAssignment = armOperation({
  id: 'arm/get-role-assignment',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/roleAssignments/{roleAssignment}',
  armType: armTypes.roleAssignments,
  summary: 'One role assignment',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-assignments/get',
  handle: (call) => {
    const { scope, name, present } = roleAssignmentInPath(call)
    const action = 'Microsoft.Authorization/roleAssignments/read'
    demand(call.world, call.caller, action, roleAssignmentId(scope, name))
    if (!present) throw refuse(roleFaults.assignmentMissing(name))
    return { status: 200, body: roleAssignmentShape(present) }
  },
})
