import type { Caller } from '../../kernel/bearer.ts'
import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { covers } from '../core/resource-ids.ts'
import { conditionHolds, type ConditionAttributes } from './condition.ts'
import { findRole, roleAllows, type Role } from './find-role.ts'
import { callersPrincipals } from './principals.ts'

function assignmentsOf(world: World, caller: Caller): RoleAssignment[] {
  return callersPrincipals(world, caller).flatMap((id) => world.store.roleAssignments.by('principal', id))
}

/** Roles that work at the scope: assigned there or above, to the caller or a group of theirs. */
export function effectiveRoles(world: World, caller: Caller, scope: string): Role[] {
  return assignmentsOf(world, caller)
    .filter((assignment) => covers(assignment.scope, scope))
    .flatMap(({ roleDefinitionId }) => findRole(world, roleDefinitionId) ?? [])
}

/** What a role assignment says about itself, for conditions that look at it. */
export interface Attributes {
  request?: ConditionAttributes
  resource?: ConditionAttributes
}

function may(world: World, caller: Caller, action: string, scope: string, attributes: Attributes): boolean {
  return assignmentsOf(world, caller).some((assignment) => {
    if (!covers(assignment.scope, scope)) return false
    const role = findRole(world, assignment.roleDefinitionId)
    if (!role || !roleAllows(role, action)) return false
    return conditionHolds(assignment, { action, ...attributes })
  })
}

/** Throws ARM's AuthorizationFailed unless some role at the scope or above allows the action. */
export function demand(
  world: World,
  caller: Caller,
  action: string,
  scope: string,
  attributes: Attributes = {},
): void {
  if (may(world, caller, action, scope, attributes)) return
  throw authorizationFailed(caller, action, scope)
}

/** The same without regard to conditions: who may never do this here learns it before the body is looked at. */
export function demandSomeRight(world: World, caller: Caller, action: string, scope: string): void {
  if (effectiveRoles(world, caller, scope).some((role) => roleAllows(role, action))) return
  throw authorizationFailed(caller, action, scope)
}

export function authorizationFailed(caller: Caller, action: string, scope: string) {
  return refuse(faults.authorizationFailed(caller.upn ?? caller.appId, caller.objectId, action, scope))
}

/** A subscription is seen by whoever holds a role on it, above it, or on anything in it. */
export function seesSubscription(world: World, caller: Caller, subscriptionId: string): boolean {
  const scope = `/subscriptions/${subscriptionId}`
  return assignmentsOf(world, caller).some(
    (assignment) => covers(assignment.scope, scope) || covers(scope, assignment.scope),
  )
}

/**
 * A filter for lists: what the caller may read. Roles are looked up once, not once an item.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/scope-overview
 */
export function readable(world: World, caller: Caller, action: string): (scope: string) => boolean {
  const scopes = assignmentsOf(world, caller)
    .filter(({ roleDefinitionId }) => {
      const role = findRole(world, roleDefinitionId)
      return role !== undefined && roleAllows(role, action)
    })
    .map(({ scope }) => scope)
  return (target) => scopes.some((scope) => covers(scope, target))
}
