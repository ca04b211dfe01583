import { randomUUID } from 'node:crypto'
import type { NewRoleAssignment, RoleAssignment } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { roleAssignmentId, subscriptionOf } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { AccessDeps } from './access-deps.ts'
import { describeAssignment } from './describe-assignment.ts'
import { readRole } from './read-role.ts'

/** Azure takes any GUID for a name, and refuses the same role of the same principal at the same scope. */
export async function createRoleAssignment(
  { arm, audit }: AccessDeps,
  caller: Caller,
  principalId: string,
  { scope, roleId }: NewRoleAssignment,
): Promise<RoleAssignment> {
  const id = roleAssignmentId(scope, randomUUID())
  const subscriptionId = subscriptionOf(scope)
  const roleDefinitionId = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
  const role = await readRole(arm, caller, subscriptionId, roleDefinitionId)
  const values = { principalId, scope, role: role?.roleName ?? null, roleDefinitionId }
  const stored = await auditedWrite(
    audit,
    { caller, operation: 'role-assignment.create', target: id, after: values },
    () => arm.createAssignment(caller, { id, roleDefinitionId, principalId }),
    () => values,
  )
  return describeAssignment(stored, principalId, role)
}
