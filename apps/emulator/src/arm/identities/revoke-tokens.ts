import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demandIdentity, identityInPath, identityType } from './identity-shape.ts'

export const revokeTokens = armOperation({
  id: 'arm/revoke-tokens',
  method: 'POST',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/revokeTokens',
  armType: armTypes.tokenRevocations,
  summary: 'Revoke the access tokens of an identity handed out so far (2023-07-31-preview only)',
  source:
    'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/msi (preview/2023-07-31-preview)',
  handle: (call) => {
    const { scope, key } = identityInPath(call)
    admit(call, `${identityType}/revokeTokens/action`, scope)
    const identity = demandIdentity(call, 'written')
    call.world.store.identities.put(key, { ...identity, tokensRevokedAt: call.world.clock.now() })
    return { status: 200 }
  },
})
