import type { DraftParent, NewRoleAssignment, Subscription } from '@trustwright/shared-schemas'
import { powerOf } from '../../../components/access/role-effects.ts'
import { RoleForm, rolePlan, type RoleFormValues } from '../../../components/access/role-form.ts'
import { readScope } from '../../../components/access/scope-words.ts'
import { startValues } from '../../../components/access/start-values.ts'

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

/** The role as far as it is chosen, before its ticks: what the preview shows. */
export function shownRole(values: RoleFormValues): NewRoleAssignment | null {
  return roleOfForm({ ...values, acceptsBroad: true, acceptsPower: true })
}

/** The role that the form holds, ticks and all; null while something is missing. */
export function roleOfForm(values: RoleFormValues): NewRoleAssignment | null {
  return RoleForm.safeParse(values).success ? rolePlan(values) : null
}

export function isSameRole(one: NewRoleAssignment, other: NewRoleAssignment): boolean {
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  return same(one.roleId, other.roleId) && same(one.scope, other.scope)
}

/** Said twice and ticked before it is given: owner-like, or over a whole subscription. */
export function isRisky({ roleId, scope }: NewRoleAssignment): boolean {
  return powerOf(roleId) === 'owner-like' || readScope(scope).kind === 'subscription'
}
