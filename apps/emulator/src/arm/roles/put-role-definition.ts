import type { RoleDefinition } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { allRoles, findRole } from './find-role.ts'
import { readRoleDefinition } from './role-definition-rules.ts'
import { roleDefinitionShape } from './role-definition-shape.ts'
import { roleFaults } from './role-faults.ts'

export const putRoleDefinition = armOperation({
  id: 'arm/put-role-definition',
  method: 'PUT',
  path: '/{scope*}/providers/Microsoft.Authorization/roleDefinitions/{roleDefinition}',
  armType: armTypes.roleDefinitions,
  summary: 'Create or replace a custom role (201); the right to do so is needed at every assignable scope',
  source: 'https://learn.microsoft.com/rest/api/authorization/role-definitions/create-or-update',
  handle: put,
})

const guidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function put(call: ArmCall): EmulatorResponse {
  const { world, caller, request, params } = call
  const scope = scopeInPath(call)
  const name = (params.roleDefinition ?? '').toLowerCase()
  if (!guidPattern.test(name)) throw refuse(roleFaults.definitionName(name))
  const fields = readRoleDefinition(parseBody(request.body))
  for (const place of [scope, ...fields.assignableScopes]) {
    admit(call, 'Microsoft.Authorization/roleDefinitions/write', place)
  }
  const present = findRole(world, name)
  if (present && !present.custom) throw refuse(roleFaults.definitionBuiltIn())
  const wanted = fields.roleName.toLowerCase()
  const isTaken = allRoles(world).some((role) => role.name !== name && role.roleName.toLowerCase() === wanted)
  if (isTaken) throw refuse(roleFaults.definitionNameTaken())
  const now = world.clock.now()
  const definition: RoleDefinition = {
    name,
    ...fields,
    createdAt: present?.custom?.createdAt ?? now,
    updatedAt: now,
    createdBy: present?.custom?.createdBy ?? caller.objectId,
  }
  world.store.roleDefinitions.put(name, definition)
  const { roleName, description, permissions } = definition
  const role = { name, roleName, description, permissions, custom: definition }
  return { status: 201, body: roleDefinitionShape(role, scope) }
}
