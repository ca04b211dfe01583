import type { NewRoleAssignment } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import { asRefused } from '../../domain/as-refused.ts'
import { parseResourceId, resourceKey, subscriptionOf } from '../../domain/resource-ids.ts'
import type { Arm, Caller, Permission, StoredAssignment } from '../../ports.ts'
import { holdsExactly } from './give-role.ts'
import { groupKeyOf } from './group-plan.ts'
import type { GroupLook } from './look-at-group.ts'
import { once } from './once.ts'
import { judgeProblem, orLacking, type Judgement } from './judge-step.ts'

/** Judges roles, with each scope and each principal read once. */
export interface RoleLooks {
  /** Reads what judging these needs. What cannot be read is told when they are judged. */
  read(roles: readonly NewRoleAssignment[], principalId: string | null): Promise<void>
  judge(role: NewRoleAssignment, principalId: string | null): Promise<Judgement>
}

/** `groups`: those that are to be made, as they were found. What lies in one that is not there yet has the roles of its subscription. */
export function createRoleLooks(
  arm: Arm,
  caller: Caller,
  groups: ReadonlyMap<string, Promise<GroupLook>>,
): RoleLooks {
  const scopes = new Map<string, Promise<Permission[] | null>>()
  const held = new Map<string, Promise<StoredAssignment[]>>()
  const rolesOf = (scope: string) =>
    once(scopes, resourceKey(scope), async () => {
      const parts = parseResourceId(scope)
      const group = parts && (await groups.get(groupKeyOf(parts)))
      const isToCome = group?.group === null && group.problem === null
      return rolesAt(arm, caller, isToCome ? `/subscriptions/${subscriptionOf(scope)}` : scope)
    })
  const heldBy = (principalId: string, scope: string) => {
    const subscriptionId = subscriptionOf(scope)
    return once(held, `${subscriptionId} ${principalId}`, () =>
      arm.listAssignments(caller, subscriptionId, principalId),
    )
  }
  return {
    async read(roles, principalId) {
      for (const { scope } of roles) {
        await Promise.allSettled([rolesOf(scope), principalId === null ? null : heldBy(principalId, scope)])
      }
    },
    async judge({ scope, roleId }, principalId) {
      try {
        if (principalId !== null) {
          const assignments = await heldBy(principalId, scope)
          if (assignments.some((each) => holdsExactly(each, { principalId, scope, roleId }))) {
            return { verdict: 'already-there', problem: null }
          }
        }
        const roles = await rolesOf(scope)
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
