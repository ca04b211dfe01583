import type { RoleAssignment } from '@trustwright/shared-schemas'
import { isOwnerLike } from '../../domain/owner-like.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import type { RoleDefinition, StoredAssignment } from '../../ports.ts'
import { scopeKindOf } from '../../domain/role-scope.ts'

/** A role of the principal, with what a person should look at twice. */
export function describeAssignment(
  each: StoredAssignment,
  principalId: string,
  role: RoleDefinition | null,
): RoleAssignment {
  const scopeKind = scopeKindOf(each.scope)
  return {
    assignmentId: each.id,
    scope: each.scope,
    scopeKind,
    roleDefinitionId: each.roleDefinitionId,
    roleName: role?.roleName ?? null,
    ownerLike: role && isOwnerLike(role),
    broad: ['subscription', 'management-group', 'root'].includes(scopeKind),
    direct: resourceKey(each.principalId) === resourceKey(principalId),
    conditioned: each.condition !== null,
  }
}
