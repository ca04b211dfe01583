import type { Subscription } from '../../kernel/entities/resources.ts'

/** Source: https://learn.microsoft.com/rest/api/resources/subscriptions/list */
export function subscriptionShape(subscription: Subscription): Record<string, unknown> {
  const { subscriptionId, tenantId, displayName, state } = subscription
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  }
}
