import { randomUUID } from 'node:crypto'
import type { NewRoleAssignment, RoleAssignment } from '@trustwright/shared-schemas'
import { assignRole, definitionOf } from '../../domain/assign-role.ts'
import { isOwnerLike } from '../../domain/owner-like.ts'
import { roleAssignmentId, subscriptionOf } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { AccessDeps } from './access-deps.ts'
import { describeAssignment } from './describe-assignment.ts'
import { readRole } from './read-role.ts'

/** Azure takes any GUID for a name, and refuses the same role of the same principal at the same scope. */
export async function createRoleAssignment(
  deps: AccessDeps,
  caller: Caller,
  principalId: string,
  wanted: NewRoleAssignment,
): Promise<RoleAssignment> {
  const { scope } = wanted
  const role = await readRole(deps.arm, caller, subscriptionOf(scope), definitionOf(wanted))
  const id = roleAssignmentId(scope, randomUUID())
  const roleName = role?.roleName ?? null
  const ownerLike = role && isOwnerLike(role)
  const stored = await assignRole(deps, caller, { ...wanted, id, principalId, roleName, ownerLike })
  return describeAssignment(stored, principalId, role)
}
