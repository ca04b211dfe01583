import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import type { Arm, Audit, Caller, StoredAssignment } from '../ports.ts'
import { auditedWrite } from './audited-write.ts'
import { demandRoleAllowed, type Guardrails } from './guardrails.ts'
import { subscriptionOf } from './resource-ids.ts'

export interface RoleToAssign extends NewRoleAssignment {
  /** ARM resource ID of the assignment. */
  readonly id: string
  readonly principalId: string
  /** For the audit trail; null where the person may not read it. */
  readonly roleName: string | null
  /** Null where the person may not read the role's definition. */
  readonly ownerLike: boolean | null
}

/** ARM resource ID of the role as it is assigned at that scope. */
export function definitionOf({ scope, roleId }: Pick<NewRoleAssignment, 'scope' | 'roleId'>): string {
  return `/subscriptions/${subscriptionOf(scope)}/providers/Microsoft.Authorization/roleDefinitions/${roleId}`
}

export interface RoleWrites {
  readonly arm: Pick<Arm, 'createAssignment'>
  readonly audit: Audit
  readonly guardrails: Guardrails
}

/** Gives the role to a service principal; the reason becomes the assignment's description. */
export async function assignRole(
  { arm, audit, guardrails }: RoleWrites,
  caller: Caller,
  wanted: RoleToAssign,
): Promise<StoredAssignment> {
  const { id, ownerLike, principalId, reason, roleId, roleName, scope } = wanted
  const roleDefinitionId = definitionOf(wanted)
  const values = {
    principalId,
    scope,
    role: roleName,
    roleDefinitionId,
    ...(reason !== undefined && { reason }),
  }
  const description = reason === undefined ? {} : { description: reason }
  return auditedWrite(
    audit,
    { caller, operation: 'role-assignment.create', target: id, after: values },
    async () => {
      await demandRoleAllowed(guardrails, caller, { roleId, scope, ownerLike, reason })
      return await arm.createAssignment(caller, { id, roleDefinitionId, principalId, ...description })
    },
    () => values,
  )
}
