import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { provokeOnIdentityRead } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { demandIdentity, identityInPath, identityShape, identityType } from './identity-shape.ts'

export const getIdentity = armOperation({
  id: 'arm/get-identity',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'One user-assigned identity',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/get',
  handle: async (call) => {
    const { name, scope, key } = identityInPath(call)
    const action = `${identityType}/read`
    demand(call.world, call.caller, action, scope)
    spendIdentityRequest(call.world, 'get', call.params.subscriptionId ?? '', key)
    const identity = demandIdentity(call, 'seen')
    await provokeOnIdentityRead(call, { name, action, scope })
    return { status: 200, body: identityShape(identity, call.world, call.apiVersion) }
  },
})
