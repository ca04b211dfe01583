import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { pageOf } from '../core/paging.ts'
import { credentialId, keyOf } from '../core/resource-ids.ts'
import { seenCredentials } from '../core/visibility.ts'
import { identityInPath } from '../identities/identity-shape.ts'
import { demand } from '../roles/authorise.ts'
import { provokeOnCredentialList } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { parentKey } from '../../kernel/entities/federated-credential.ts'
import { credentialShape, credentialsOf, credentialType, demandParent } from './credential-shape.ts'

export const listCredentials = armOperation({
  id: 'arm/list-credentials',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials',
  armType: armTypes.credentials,
  summary: 'Federated identity credentials of an identity',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/list',
  handle: async (call) => {
    const { world, apiVersion } = call
    const { name, scope, key } = identityInPath(call)
    const action = `${credentialType}/read`
    demand(world, call.caller, action, scope)
    const identity = demandParent(call, 'seen')
    spendIdentityRequest(world, 'list', identity.subscriptionId, key)
    await provokeOnCredentialList(call, { name, action, scope })
    const seen = seenCredentials(
      world,
      credentialsOf(world, key),
      (credential) => keyOf(credentialId(key, credential.name)),
      (gone) => parentKey(gone.parent) === key,
    )
    const page = pageOf(
      call.request,
      seen,
      (credential) => keyOf(credential.name),
      (credential) => credentialShape(credential, identity, apiVersion),
    )
    return { status: 200, body: page }
  },
})
