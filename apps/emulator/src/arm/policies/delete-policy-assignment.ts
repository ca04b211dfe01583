import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { assignmentInPath } from './policy-assignment-in-path.ts'
import { assignmentShape } from './policy-shapes.ts'
import { assignmentType } from './policy-types.ts'

export const deletePolicyAssignment = armOperation({
  id: 'arm/delete-policy-assignment',
  method: 'DELETE',
  path: '/{scope*}/providers/Microsoft.Authorization/policyAssignments/{assignment}',
  armType: armTypes.policyAssignments,
  summary: 'Take a policy assignment away: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-assignments/delete',
  handle: (call) => {
    const { id, key, present } = assignmentInPath(call)
    admit(call, `${assignmentType}/delete`, id)
    if (!present) return { status: 204 }
    call.world.store.resources.delete(key)
    return { status: 200, body: assignmentShape(present) }
  },
})
