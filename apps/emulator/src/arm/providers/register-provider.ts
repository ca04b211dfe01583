import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { changeProvider } from './change-provider.ts'

export const registerProvider = armOperation({
  id: 'arm/register-provider',
  method: 'POST',
  path: '/subscriptions/{subscriptionId}/providers/{namespace}/register',
  armType: armTypes.providers,
  summary: 'Register a provider: Registering at first, Registered some seconds later',
  source: 'https://learn.microsoft.com/rest/api/resources/providers/register',
  handle: (call) => changeProvider(call, 'register', 'Registering'),
})
