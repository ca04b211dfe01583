import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { subscriptionShape } from './subscription-shape.ts'

export const getSubscription = armOperation({
  id: 'arm/get-subscription',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}',
  armType: armTypes.subscriptions,
  summary: 'One subscription',
  source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/get',
  handle: ({ world, params: { subscriptionId = '' } }) => {
    const subscription = world.store.subscriptions.get(subscriptionId.toLowerCase())
    if (!subscription) throw refuse(faults.subscriptionNotFound(subscriptionId))
    return { status: 200, body: subscriptionShape(subscription) }
  },
})
