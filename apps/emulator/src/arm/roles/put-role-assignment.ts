import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { sameScope } from '../core/resource-ids.ts'
import { demandUnlocked } from '../locks/scope-locks.ts'
import { demand, demandSomeRight } from './authorise.ts'
import { roleGuid } from './find-role.ts'
import { roleAssignmentInPath } from './role-assignment-in-path.ts'
import { attributesOf, readRoleAssignment, type AssignmentFields } from './role-assignment-rules.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'
import { roleFaults } from './role-faults.ts'

export const putRoleAssignment = armOperation({
  id: 'arm/put-role-assignment',
  method: 'PUT',
  path: '/{scope*}/providers/Microsoft.Authorization/roleAssignments/{roleAssignment}',
  armType: armTypes.roleAssignments,
  summary:
    'Assign a role (201), if the conditions on the own role allow it; the same one again changes description and condition (200)',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-assignments/create',
  handle: put,
})

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const action = 'Microsoft.Authorization/roleAssignments/write'

function put(call: ArmCall): EmulatorResponse {
  const { world, caller, request } = call
  const { scope, name, key, present } = roleAssignmentInPath(call)
  const id = roleAssignmentId(scope, name)
  demandSomeRight(world, caller, action, id)
  if (!guidPattern.test(name)) throw refuse(roleFaults.assignmentName(name))
  const fields = readRoleAssignment(parseBody(request.body), world)
  const resource = present ? { resource: attributesOf(present) } : {}
  demand(world, caller, action, id, { request: attributesOf(fields), ...resource })
  demandUnlocked(world, action, id)
  if (present) return repeat(call, key, present, fields)
  const taken = world.store.roleAssignments
    .by('principal', fields.principalId)
    .some((other) => sameScope(other.scope, scope) && isSame(other, fields))
  if (taken) throw refuse(roleFaults.assignmentExists())
  const now = world.clock.now()
  const assignment: RoleAssignment = { name, scope, ...fields, createdAt: now, createdBy: caller.objectId }
  world.store.roleAssignments.put(key, assignment)
  return { status: 201, body: roleAssignmentShape(assignment) }
}

function repeat(
  { world }: ArmCall,
  key: string,
  present: RoleAssignment,
  fields: AssignmentFields,
): EmulatorResponse {
  if (!isSame(present, fields)) throw refuse(roleFaults.assignmentFixed())
  const { description, condition, conditionVersion } = fields
  const changed = { ...present, description, condition, conditionVersion }
  world.store.roleAssignments.put(key, changed)
  return { status: 200, body: roleAssignmentShape(changed) }
}

function isSame(one: AssignmentFields, other: AssignmentFields): boolean {
  return (
    one.principalId === other.principalId &&
    roleGuid(one.roleDefinitionId) === roleGuid(other.roleDefinitionId)
  )
}
