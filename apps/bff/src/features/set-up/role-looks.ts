import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import { asRefused } from '../../domain/as-refused.ts'
import { resourceKey, subscriptionOf } from '../../domain/resource-ids.ts'
import type { Arm, Caller, Permission, StoredAssignment } from '../../ports.ts'
import { holdsExactly } from './give-role.ts'
import { once } from './once.ts'
import { judgeProblem, orLacking, type Judgement } from './judge-step.ts'

/** Judges roles, with each scope and each principal read once. */
export interface RoleLooks {
  judge(role: NewRoleAssignment, principalId: string | null): Promise<Judgement>
}

export function createRoleLooks(arm: Arm, caller: Caller): RoleLooks {
  const scopes = new Map<string, Promise<Permission[] | null>>()
  const held = new Map<string, Promise<StoredAssignment[]>>()
  return {
    async judge({ scope, roleId }, principalId) {
      try {
        if (principalId !== null) {
          const subscriptionId = subscriptionOf(scope)
          const assignments = await once(held, `${subscriptionId} ${principalId}`, () =>
            arm.listAssignments(caller, subscriptionId, principalId),
          )
          if (assignments.some((each) => holdsExactly(each, { principalId, scope, roleId }))) {
            return { verdict: 'already-there', problem: null }
          }
        }
        const roles = await once(scopes, resourceKey(scope), () => rolesAt(arm, caller, scope))
        const access = roles && toAccess(roles, actions.writeRoleAssignment, scope)
        return orLacking(access, { verdict: 'create', problem: null })
      } catch (error) {
        return judgeProblem(asRefused(error))
      }
    },
  }
}

function rolesAt(arm: Arm, caller: Caller, scope: string): Promise<Permission[] | null> {
  const isSubscription = /^\/subscriptions\/[^/]+$/i.test(scope)
  return isSubscription
    ? arm.listSubscriptionRoles(caller, subscriptionOf(scope))
    : arm.listPermissionsAt(caller, scope)
}
