import type { Caller } from '../../kernel/bearer.ts'
import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { allows } from './action-match.ts'
import { builtInRoles, type BuiltInRole } from './built-in-roles.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { covers } from '../core/resource-ids.ts'

/** Last part of a role definition's id, lower case. */
export function roleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase()
}

export function findRole(roleDefinitionId: string): BuiltInRole | undefined {
  const guid = roleGuid(roleDefinitionId)
  return builtInRoles.find(({ name }) => name === guid)
}

function assignmentsOf(world: World, caller: Caller): RoleAssignment[] {
  return world.store.roleAssignments.list().filter(({ principalId }) => principalId === caller.objectId)
}

/** Roles that work at the scope: assigned there or above. */
export function effectiveRoles(world: World, caller: Caller, scope: string): BuiltInRole[] {
  return assignmentsOf(world, caller)
    .filter((assignment) => covers(assignment.scope, scope))
    .flatMap(({ roleDefinitionId }) => findRole(roleDefinitionId) ?? [])
}

function may(world: World, caller: Caller, action: string, scope: string): boolean {
  return effectiveRoles(world, caller, scope).some((role) => allows(role, action))
}

/** Throws ARM's AuthorizationFailed unless some role at the scope or above allows the action. */
export function demand(world: World, caller: Caller, action: string, scope: string): void {
  if (may(world, caller, action, scope)) return
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
      const role = findRole(roleDefinitionId)
      return role !== undefined && allows(role, action)
    })
    .map(({ scope }) => scope)
  return (target) => scopes.some((scope) => covers(scope, target))
}
