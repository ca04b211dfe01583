import type { RoleAccess } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import { subscriptionOf } from '../../domain/resource-ids.ts'
import type { Caller } from '../../ports.ts'
import type { AccessDeps } from './access-deps.ts'
import { scopeKindOf } from '../../domain/role-scope.ts'

/** Whether the caller's effective roles at the scope let them give and take roles there. */
export async function readRoleAccess(
  { arm }: Pick<AccessDeps, 'arm'>,
  caller: Caller,
  scope: string,
): Promise<RoleAccess> {
  const roles =
    scopeKindOf(scope) === 'subscription'
      ? await arm.listSubscriptionRoles(caller, subscriptionOf(scope))
      : await arm.listPermissionsAt(caller, scope)
  return {
    create: roles && toAccess(roles, actions.writeRoleAssignment, scope),
    delete: roles && toAccess(roles, actions.deleteRoleAssignment, scope),
  }
}
