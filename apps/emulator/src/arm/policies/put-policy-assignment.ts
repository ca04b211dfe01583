import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { assignmentInPath } from './policy-assignment-in-path.ts'
import { policyFaults } from './policy-faults.ts'
import { assignmentShape } from './policy-shapes.ts'
import { assignmentType } from './policy-types.ts'
import { readAssignment } from './read-assignment.ts'

export const putPolicyAssignment = armOperation({
  id: 'arm/put-policy-assignment',
  method: 'PUT',
  path: '/{scope*}/providers/Microsoft.Authorization/policyAssignments/{assignment}',
  armType: armTypes.policyAssignments,
  summary:
    'Assign a policy or initiative (201); Deny then judges writes of identities, credentials and clusters',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-assignments/create',
  handle: (call) => {
    const { world, caller, request } = call
    const { id, name, key, present } = assignmentInPath(call)
    admit(call, `${assignmentType}/write`, id)
    if (name.length > 64) throw refuse(policyFaults.assignmentName(name))
    const fields = readAssignment(parseBody(request.body), name, world)
    const now = new Date(world.clock.now()).toISOString()
    const before = present?.properties.metadata
    const made =
      typeof before === 'object' && before !== null ? before : { createdBy: caller.objectId, createdOn: now }
    const given = fields.properties.metadata
    const metadata = {
      ...(typeof given === 'object' ? given : {}),
      ...made,
      ...(present ? { updatedBy: caller.objectId, updatedOn: now } : {}),
    }
    const assignment = {
      id,
      name,
      type: assignmentType,
      tags: {},
      ...fields,
      properties: { ...fields.properties, metadata },
      createdAt: present?.createdAt ?? world.clock.now(),
    }
    world.store.resources.put(key, assignment)
    return { status: 201, body: assignmentShape(assignment) }
  },
})
