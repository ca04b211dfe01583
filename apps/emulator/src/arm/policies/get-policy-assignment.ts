import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { demand } from '../roles/authorise.ts'
import { assignmentInPath } from './policy-assignment-in-path.ts'
import { policyFaults } from './policy-faults.ts'
import { assignmentShape } from './policy-shapes.ts'
import { assignmentType } from './policy-types.ts'

export const getPolicyAssignment = armOperation({
  id: 'arm/get-policy-assignment',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/policyAssignments/{assignment}',
  armType: armTypes.policyAssignments,
  summary: 'One policy assignment',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-assignments/get',
  handle: (call) => {
    const { id, name, present } = assignmentInPath(call)
    demand(call.world, call.caller, `${assignmentType}/read`, id)
    if (!present) throw refuse(policyFaults.assignmentMissing(name))
    return { status: 200, body: assignmentShape(present) }
  },
})
