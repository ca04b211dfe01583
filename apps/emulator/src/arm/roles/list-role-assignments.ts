import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readFilter, type Condition } from '../core/odata-filter.ts'
import { pageOf, type Page } from '../core/paging.ts'
import { covers, keyOf } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { readable } from './authorise.ts'
import { principalsOf } from './principals.ts'
import { roleAssignmentId, roleAssignmentShape } from './role-assignment-shape.ts'

/** The tenant's own path has no scope segment: one operation, two templates. */
export const listRoleAssignments: readonly Operation[] = [
  '/providers/Microsoft.Authorization/roleAssignments',
  '/{scope*}/providers/Microsoft.Authorization/roleAssignments',
].map((path) =>
  armOperation({
    id: 'arm/list-role-assignments',
    method: 'GET',
    path,
    armType: armTypes.roleAssignments,
    summary:
      'Role assignments at, above and below a scope; filters atScope, principalId and assignedTo, which follows groups',
    source: 'https://learn.microsoft.com/azure/role-based-access-control/role-assignments-list-rest',
    handle: (call) => ({ status: 200, body: list(call) }),
  }),
)

function list(call: ArmCall): Page {
  const scope = scopeInPath(call)
  const { request, world, caller } = call
  const conditions = readFilter(request.query, ['atscope', 'principalid', 'assignedto'])
  const mayRead = readable(world, caller, 'Microsoft.Authorization/roleAssignments/read')
  const isAtScope = conditions.some(({ name }) => name === 'atscope')
  const found = assignedIn(world, conditions)
    .filter(({ scope: assigned }) => covers(assigned, scope) || (!isAtScope && covers(scope, assigned)))
    .filter((assignment) => mayRead(assignment.scope) || (covers(assignment.scope, scope) && mayRead(scope)))
  const keyOfAssignment = ({ scope: at, name }: RoleAssignment) => keyOf(roleAssignmentId(at, name))
  return pageOf(request, found, keyOfAssignment, roleAssignmentShape)
}

/** By the index of principals where the filter names one. */
function assignedIn(world: World, conditions: readonly Condition[]): RoleAssignment[] {
  const wanted = conditions.flatMap(({ name, value }) => {
    if (name === 'principalid') return [[value.toLowerCase()]]
    return name === 'assignedto' ? [principalsOf(world, value.toLowerCase())] : []
  })
  const [first, ...others] = wanted
  if (!first) return world.store.roleAssignments.list()
  return first
    .filter((id) => others.every((ids) => ids.includes(id)))
    .flatMap((id) => world.store.roleAssignments.by('principal', id))
}
