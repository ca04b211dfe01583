import type { DraftParent, NewRoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { powerOf } from './role-effects.ts'
import { RoleForm, rolePlan, type RoleFormValues } from './role-form.ts'
import { readScope } from './scope-words.ts'
import { startValues } from './start-values.ts'

/** Azure takes more, but nobody reads a longer list. The same bound as a run's. */
export const mostRoles = 20

/** Where a role is most often wanted: the group that the identity lies in. */
export function scopeHintOf(parent: DraftParent | null) {
  if (parent?.kind === 'newManagedIdentity') return parent
  if (parent?.kind === 'existing' && parent.parent.kind === 'managedIdentity') return parent.parent
  return null
}

/** A role to be chosen, at the narrowest usual place. */
export function startOfRole(
  parent: DraftParent | null,
  subscriptions: readonly Subscription[],
): RoleFormValues {
  return startValues(scopeHintOf(parent), subscriptions)
}

/** The role as far as it is chosen, before its ticks and its reason: what the preview shows. */
export function shownRole(values: RoleFormValues): NewRoleAssignment | null {
  const role = roleOfForm({ ...values, acceptsBroad: true, acceptsPower: true, reason: 'Not said yet' })
  return role === null ? null : { scope: role.scope, roleId: role.roleId }
}

/** The role that the form holds, ticks and all; null while something is missing. */
export function roleOfForm(values: RoleFormValues): NewRoleAssignment | null {
  return RoleForm.safeParse(values).success ? rolePlan(values) : null
}

export function isSameRole(one: NewRoleAssignment, other: NewRoleAssignment): boolean {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  return same(one.roleId, other.roleId) && same(one.scope, other.scope)
}

/** Ticked before it is given: it covers a whole subscription. */
export function isWide({ scope }: NewRoleAssignment): boolean {
  return readScope(scope).kind === 'subscription'
}

/** Owner-like, and nobody said why it is given: a link and a paste cannot say it. */
export function lacksReason({ roleId, reason }: NewRoleAssignment): boolean {
  return powerOf(roleId) === 'owner-like' && reason === undefined
}

/** The same roles, with a reason where one was lacking. */
export function withReason(roles: readonly NewRoleAssignment[], reason: string): NewRoleAssignment[] {
  return roles.map((role) => (lacksReason(role) ? { ...role, reason: reason.trim() } : role))
}
