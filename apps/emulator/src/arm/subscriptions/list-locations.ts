import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { locationItems } from './locations.ts'

export const listLocations = armOperation({
  id: 'arm/list-locations',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/locations',
  armType: armTypes.locations,
  summary: 'Regions a subscription can use',
  source: 'https://learn.microsoft.com/rest/api/resources/subscriptions/list-locations',
  handle: ({ params: { subscriptionId = '' } }) => ({
    status: 200,
    body: { value: locationItems(subscriptionId) },
  }),
})
