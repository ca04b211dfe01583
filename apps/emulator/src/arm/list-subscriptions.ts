import { armOperation } from './arm-operation.ts'
import { armTypes } from './arm-types.ts'
import { seesSubscription } from './authorise.ts'
import { pageOf } from './paging.ts'
import { subscriptionShape } from './subscription-shape.ts'

export const listSubscriptions = armOperation({
  id: 'arm/list-subscriptions',
  method: 'GET',
  path: '/subscriptions',
  armType: armTypes.subscriptions,
  summary: 'Subscriptions in which the caller holds a role',
  source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/list',
  handle: ({ request, world, caller }) => {
    const seen = world.store.subscriptions
      .list()
      .filter(({ subscriptionId }) => seesSubscription(world, caller, subscriptionId))
    const page = pageOf(
      request,
      seen,
      ({ subscriptionId }) => subscriptionId,
      (subscription) => subscriptionShape(subscription, world),
    )
    return { status: 200, body: { ...page, count: { type: 'Total', value: seen.length } } }
  },
})
