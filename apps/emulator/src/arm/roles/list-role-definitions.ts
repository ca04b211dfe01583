import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readFilter, type Condition } from '../core/odata-filter.ts'
import { pageOf } from '../core/paging.ts'
import { covers } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from './authorise.ts'
import { allRoles, type Role } from './find-role.ts'
import { roleDefinitionShape } from './role-definition-shape.ts'

/** The tenant's own path has no scope segment: one operation, two templates. */
export const listRoleDefinitions: readonly Operation[] = [
  '/providers/Microsoft.Authorization/roleDefinitions',
  '/{scope*}/providers/Microsoft.Authorization/roleDefinitions',
].map((path): Operation =>
  armOperation({
    id: 'arm/list-role-definitions',
    method: 'GET',
    path,
    armType: armTypes.roleDefinitions,
    summary: 'Built-in and custom role definitions; filters roleName, type and atScopeAndBelow',
    source: 'https://learn.microsoft.com/rest/api/authorization/role-definitions/list',
    handle: (call) => {
      const scope = scopeInPath(call)
      if (scope !== '/') {
        demand(call.world, call.caller, 'Microsoft.Authorization/roleDefinitions/read', scope)
      }
      const conditions = readFilter(call.request.query, ['rolename', 'type', 'atscopeandbelow'])
      const isBelow = conditions.some(({ name }) => name === 'atscopeandbelow')
      const roles = allRoles(call.world)
        .filter((role) => isAssignable(role, scope, isBelow))
        .filter((role) => conditions.every((condition) => meets(role, condition)))
      const shape = (role: Role) => roleDefinitionShape(role, scope)
      return { status: 200, body: pageOf(call.request, roles, ({ name }) => name, shape) }
    },
  }),
)

/** A custom role is listed where it can be assigned: at and below its scopes. */
function isAssignable({ custom }: Role, scope: string, isBelow: boolean): boolean {
  if (!custom) return true
  return custom.assignableScopes.some(
    (assignable) => covers(assignable, scope) || (isBelow && covers(scope, assignable)),
  )
}

function meets(role: Role, { name, value }: Condition): boolean {
  if (name === 'rolename') return role.roleName.toLowerCase() === value.toLowerCase()
  if (name === 'type') return value.toLowerCase() === (role.custom ? 'customrole' : 'builtinrole')
  return true
}
