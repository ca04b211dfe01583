import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { credentialShape, credentialsOf, credentialType, demandParent } from './credential-shape.ts'
import { identityInPath } from '../identities/identity-shape.ts'
import { pageOf } from '../core/paging.ts'
import { keyOf } from '../core/resource-ids.ts'
import { provokeOnCredentialList } from '../sentinels/sentinels.ts'

export const listCredentials = armOperation({
  id: 'arm/list-credentials',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials',
  armType: armTypes.credentials,
  summary: 'Federated identity credentials of an identity',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/list',
  handle: async (call) => {
    const { name, scope, key } = identityInPath(call)
    const action = `${credentialType}/read`
    demand(call.world, call.caller, action, scope)
    const identity = demandParent(call)
    await provokeOnCredentialList(call, { name, action, scope })
    const page = pageOf(
      call.request,
      credentialsOf(call.world, key),
      (credential) => keyOf(credential.name),
      (credential) => credentialShape(credential, identity),
    )
    return { status: 200, body: page }
  },
})
