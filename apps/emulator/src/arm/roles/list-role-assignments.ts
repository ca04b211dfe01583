import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readable } from './authorise.ts'
import { readFilter, type Condition } from '../core/odata-filter.ts'
import { pageOf } from '../core/paging.ts'
import { covers, keyOf } from '../core/resource-ids.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'
import { scopeInPath } from '../core/scope-in-path.ts'

export const listRoleAssignments = armOperation({
  id: 'arm/list-role-assignments',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/roleAssignments',
  armType: armTypes.roleAssignments,
  summary: 'Role assignments at, above and below a scope; filters atScope, principalId and assignedTo',
  source: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest',
  handle: (call) => {
    const scope = scopeInPath(call)
    const { request, world, caller } = call
    const conditions = readFilter(request.query, ['atscope', 'principalid', 'assignedto'])
    const mayRead = readable(world, caller, 'Microsoft.Authorization/roleAssignments/read')
    const found = world.store.roleAssignments
      .list()
      .filter((assignment) => covers(assignment.scope, scope) || covers(scope, assignment.scope))
      .filter((assignment) => conditions.every((condition) => meets(assignment, condition, scope)))
      .filter(
        (assignment) => mayRead(assignment.scope) || (covers(assignment.scope, scope) && mayRead(scope)),
      )
    const page = pageOf(
      request,
      found,
      (assignment) => keyOf(roleAssignmentId(assignment.scope, assignment.name)),
      roleAssignmentShape,
    )
    return { status: 200, body: page }
  },
})

/** `assignedTo` would also follow group membership; the tenant has no groups. */
function meets(assignment: RoleAssignment, { name, value }: Condition, scope: string): boolean {
  if (name === 'atscope') return covers(assignment.scope, scope)
  return assignment.principalId === value.toLowerCase()
}
