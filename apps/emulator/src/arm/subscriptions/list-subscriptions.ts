import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { seesSubscription } from '../roles/authorise.ts'
import { pageOf } from '../core/paging.ts'
import { subscriptionShape } from './subscription-shape.ts'

export const listSubscriptions = armOperation({
  id: 'arm/list-subscriptions',
  method: 'GET',
  path: '/subscriptions',
  armType: armTypes.subscriptions,
  summary: 'Subscriptions of the tenant of the token in which the caller holds a role',
  source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/list',
  handle: ({ request, world, caller }) => {
    const seen = world.store.subscriptions
      .list()
      .filter(({ tenantId }) => tenantId === caller.tenantId)
      .filter(({ subscriptionId }) => seesSubscription(world, caller, subscriptionId))
    const page = pageOf(request, seen, ({ subscriptionId }) => subscriptionId, subscriptionShape)
    return { status: 200, body: { ...page, count: { type: 'Total', value: seen.length } } }
  },
})
