import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from './authorise.ts'
import { parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { sameScope } from '../core/resource-ids.ts'
import { roleAssignmentInPath } from './role-assignment-in-path.ts'
import { readRoleAssignment, type AssignmentFields } from './role-assignment-rules.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'
import { roleFaults } from './role-faults.ts'

export const putRoleAssignment = armOperation({
  id: 'arm/put-role-assignment',
  method: 'PUT',
  path: '/{scope*}/providers/Microsoft.Authorization/roleAssignments/{roleAssignment}',
  armType: armTypes.roleAssignments,
  summary: 'Assign a role (201); the same assignment again answers 200',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-assignments/create',
  handle: put,
})

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function put(call: ArmCall): EmulatorResponse {
  const { world, caller, request } = call
  const { scope, name, key, present } = roleAssignmentInPath(call)
  const action = 'Microsoft.Authorization/roleAssignments/write'
  demand(world, caller, action, roleAssignmentId(scope, name))
  if (!guidPattern.test(name)) throw refuse(roleFaults.assignmentName(name))
  const fields = readRoleAssignment(parseBody(request.body), world)
  if (present) return repeat(present, fields)
  const taken = world.store.roleAssignments
    .list()
    .some((other) => sameScope(other.scope, scope) && isSame(other, fields))
  if (taken) throw refuse(roleFaults.assignmentExists())
  const assignment: RoleAssignment = {
    name,
    scope,
    ...fields,
    description: null,
    condition: null,
    conditionVersion: null,
    delegatedManagedIdentityResourceId: null,
    createdAt: world.clock.now(),
    createdBy: call.caller.objectId,
  }
  world.store.roleAssignments.put(key, assignment)
  return { status: 201, body: roleAssignmentShape(assignment) }
}

function repeat(present: RoleAssignment, fields: AssignmentFields): EmulatorResponse {
  if (!isSame(present, fields)) throw refuse(roleFaults.assignmentFixed())
  return { status: 200, body: roleAssignmentShape(present) }
}

function isSame(one: AssignmentFields, other: AssignmentFields): boolean {
  const lastPart = (id: string) => id.slice(id.lastIndexOf('/') + 1).toLowerCase()
  return (
    one.principalId === other.principalId &&
    lastPart(one.roleDefinitionId) === lastPart(other.roleDefinitionId)
  )
}
