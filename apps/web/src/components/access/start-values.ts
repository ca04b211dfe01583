import type { Subscription } from '@trustwright/shared-schemas'
import { emptyRoleForm, type RoleFormValues } from './role-form.ts'

/** The subscription and group that an identity lies in. */
export interface ScopeHint {
  readonly subscriptionId: string
  readonly resourceGroup: string
}

/** The group of the identity itself is offered; an application has none, so only a sole subscription is. */
export function startValues(hint: ScopeHint | null, subscriptions: readonly Subscription[]): RoleFormValues {
  const [first, ...others] = subscriptions
  const sole = first !== undefined && others.length === 0 ? first.subscriptionId : ''
  return {
    ...emptyRoleForm,
    subscriptionId: hint?.subscriptionId ?? sole,
    resourceGroup: hint?.resourceGroup ?? '',
  }
}
