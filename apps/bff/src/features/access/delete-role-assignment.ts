import type { RoleAssignment } from '@trustwright/shared-schemas'
import { auditedWrite } from '../../domain/audited-write.ts'
import { resourceKey, subscriptionOf } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { AccessDeps } from './access-deps.ts'
import { describeAssignment } from './describe-assignment.ts'
import { readRole } from './read-role.ts'

/** Removes a role that the principal itself holds, never one of somebody else or of a group. Tells what was removed. */
export async function deleteRoleAssignment(
  { arm, audit }: AccessDeps,
  caller: Caller,
  principalId: string,
  assignmentId: string,
): Promise<RoleAssignment> {
  const stored = await arm.readAssignment(caller, assignmentId)
  if (resourceKey(stored.principalId) !== resourceKey(principalId)) {
    throw new PortalError('NOT_FOUND', {
      detail:
        'This role is held by another principal: a person, a group or another identity. It was left as it is.',
      nextStep: 'Look at the list of roles, and remove one that is held directly.',
    })
  }
  const { scope, roleDefinitionId } = stored
  const role = await readRole(arm, caller, subscriptionOf(assignmentId), roleDefinitionId)
  const before = { principalId, scope, role: role?.roleName ?? null, roleDefinitionId }
  await auditedWrite(
    audit,
    { caller, operation: 'role-assignment.delete', target: assignmentId, before },
    () => arm.deleteAssignment(caller, assignmentId),
    () => null,
  )
  return describeAssignment(stored, principalId, role)
}
