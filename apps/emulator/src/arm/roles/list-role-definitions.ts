import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from './authorise.ts'
import { builtInRoles, type BuiltInRole } from './built-in-roles.ts'
import { readFilter, type Condition } from '../core/odata-filter.ts'
import { roleDefinitionShape } from './role-definition-shape.ts'
import { scopeInPath } from '../core/scope-in-path.ts'

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
    summary: 'Role definitions, optionally by roleName',
    source: 'https://learn.microsoft.com/rest/api/authorization/role-definitions/list',
    handle: (call) => {
      const scope = scopeInPath(call)
      if (scope !== '/') {
        demand(call.world, call.caller, 'Microsoft.Authorization/roleDefinitions/read', scope)
      }
      const conditions = readFilter(call.request.query, ['rolename', 'type', 'atscopeandbelow'])
      const roles = builtInRoles.filter((role) => conditions.every((condition) => meets(role, condition)))
      return { status: 200, body: { value: roles.map((role) => roleDefinitionShape(role, scope)) } }
    },
  }),
)

function meets(role: BuiltInRole, { name, value }: Condition): boolean {
  if (name === 'rolename') return role.roleName.toLowerCase() === value.toLowerCase()
  if (name === 'type') return value.toLowerCase() === 'builtinrole'
  return true
}
