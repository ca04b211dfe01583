import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { roleGuid } from './find-role.ts'
import { covers, keyOf } from '../core/resource-ids.ts'
import { roleDefinitionIdAt } from './role-definition-shape.ts'

/** Source: https://learn.microsoft.com/rest/api/authorization/role-assignments/get */
export function roleAssignmentShape(assignment: RoleAssignment): Record<string, unknown> {
  const { name, scope, roleDefinitionId, principalId, principalType } = assignment
  const createdOn = new Date(assignment.createdAt).toISOString()
  return {
    id: roleAssignmentId(scope, name),
    name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId: roleDefinitionIdAt(roleGuid(roleDefinitionId), scope),
      principalId,
      principalType,
      scope,
      condition: assignment.condition,
      conditionVersion: assignment.conditionVersion,
      createdOn,
      updatedOn: createdOn,
      createdBy: assignment.createdBy,
      updatedBy: assignment.createdBy,
      delegatedManagedIdentityResourceId: assignment.delegatedManagedIdentityResourceId,
      description: assignment.description,
    },
  }
}

export function roleAssignmentId(scope: string, name: string): string {
  return `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`
}

/** Removes what is assigned at the scope and below it. */
export function removeAssignmentsUnder(world: World, scope: string): void {
  for (const assignment of world.store.roleAssignments.list()) {
    if (!covers(scope, assignment.scope)) continue
    world.store.roleAssignments.delete(keyOf(roleAssignmentId(assignment.scope, assignment.name)))
  }
}
