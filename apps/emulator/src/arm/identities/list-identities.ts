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
  handle: (call) => {
    const value = (call.params.subscriptionId ?? '').toLowerCase()
    const place = { index: 'subscription', value, scope: `/subscriptions/${value}` } as const
    return { status: 200, body: readableIdentities(call, place) }
  },
})
