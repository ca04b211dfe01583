import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from './authorise.ts'
import { findRole } from './find-role.ts'
import { roleDefinitionShape } from './role-definition-shape.ts'
import { roleFaults } from './role-faults.ts'

/** The tenant's own path has no scope segment: one operation, two templates. */
export const getRoleDefinition: readonly Operation[] = [
  '/providers/Microsoft.Authorization/roleDefinitions/{roleDefinition}',
  '/{scope*}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinition}',
].map((path) =>
  armOperation({
    id: 'arm/get-role-definition',
    method: 'GET',
    path,
    armType: armTypes.roleDefinitions,
    summary: 'One role definition',
    source: 'https://learn.microsoft.com/rest/api/authorization/role-definitions/get',
    handle: (call) => {
      const scope = scopeInPath(call)
      const { roleDefinition = '' } = call.params
      if (scope !== '/') {
        demand(call.world, call.caller, 'Microsoft.Authorization/roleDefinitions/read', scope)
      }
      const role = findRole(call.world, roleDefinition)
      if (!role) throw refuse(roleFaults.definitionMissing(roleDefinition))
      return { status: 200, body: roleDefinitionShape(role, scope) }
    },
  }),
)
