import type { Subscription } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'

/** Source: https://learn.microsoft.com/rest/api/resources/subscriptions/list */
export function subscriptionShape(subscription: Subscription, world: World): Record<string, unknown> {
  const { subscriptionId, displayName, state } = subscription
  return {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId,
    tenantId: world.settings.tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
  }
}
