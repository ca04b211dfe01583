import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readableIdentities } from './readable-identities.ts'

export const listIdentities = armOperation({
  id: 'arm/list-identities',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.ManagedIdentity/userAssignedIdentities',
  armType: armTypes.identities,
  summary: 'User-assigned identities of a subscription that the caller may read',
  source:
    'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/list-by-subscription',
  handle: (call) => ({
    status: 200,
    body: readableIdentities(call, `/subscriptions/${call.params.subscriptionId ?? ''}`),
  }),
})
