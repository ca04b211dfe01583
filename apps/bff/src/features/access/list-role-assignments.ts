import type { RoleAssignmentList, Unreadable } from '@trustwright/shared-schemas'
import { asRefused } from '../../domain/as-refused.ts'
import { eachOf } from '../../domain/each-of.ts'
import { resourceKey } from '../../domain/resource-ids.ts'
import type { Caller, RoleDefinition, StoredAssignment } from '../../ports.ts'
import type { AccessDeps } from './access-deps.ts'
import { describeAssignment } from './describe-assignment.ts'
import { readRole } from './read-role.ts'
import { compareScopes } from '../../domain/role-scope.ts'

const listsAtOnce = 6

interface Seen extends StoredAssignment {
  readonly subscriptionId: string
}

/** Roles of a principal in every subscription that the caller may read; those above are told once. */
export async function listRoleAssignments(
  { arm }: Pick<AccessDeps, 'arm'>,
  caller: Caller,
  principalId: string,
): Promise<RoleAssignmentList> {
  const subscriptions = await arm.listSubscriptions(caller)
  const found = new Map<string, Seen>()
  const unreadable: Unreadable[] = []
  await eachOf(subscriptions, listsAtOnce, async ({ subscriptionId, displayName }) => {
    try {
      for (const each of await arm.listAssignments(caller, subscriptionId, principalId)) {
        found.set(resourceKey(each.id), { ...each, subscriptionId })
      }
    } catch (error) {
      const { code, detail } = asRefused(error)
      const scope = `/subscriptions/${subscriptionId}`
      unreadable.push({ kind: 'subscription', scope, displayName, code, reason: detail })
    }
  })
  const roles = await readRoles(arm, caller, [...found.values()])
  const assignments = [...found.values()]
    .map((each) =>
      describeAssignment(each, principalId, roles.get(resourceKey(each.roleDefinitionId)) ?? null),
    )
    .toSorted((one, other) => compareScopes(one.scope, other.scope))
  return { assignments, subscriptionsRead: subscriptions.length - unreadable.length, unreadable }
}

async function readRoles(
  arm: AccessDeps['arm'],
  caller: Caller,
  assignments: readonly Seen[],
): Promise<Map<string, RoleDefinition>> {
  const wanted = new Map(assignments.map((each) => [resourceKey(each.roleDefinitionId), each]))
  const roles = new Map<string, RoleDefinition>()
  await eachOf([...wanted], listsAtOnce, async ([key, { subscriptionId, roleDefinitionId }]) => {
    const role = await readRole(arm, caller, subscriptionId, roleDefinitionId)
    if (role !== null) roles.set(key, role)
  })
  return roles
}
