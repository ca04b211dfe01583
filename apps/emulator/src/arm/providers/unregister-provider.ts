import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { changeProvider } from './change-provider.ts'

export const unregisterProvider = armOperation({
  id: 'arm/unregister-provider',
  method: 'POST',
  path: '/subscriptions/{subscriptionId}/providers/{namespace}/unregister',
  armType: armTypes.providers,
  summary: 'Unregister a provider: its calls are then refused with MissingSubscriptionRegistration',
  source: 'https://learn.microsoft.com/rest/api/resources/providers/unregister',
  handle: (call) => changeProvider(call, 'unregister', 'Unregistered'),
})
