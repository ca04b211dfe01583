import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { credentialInPath, credentialType, demandParent } from './credential-shape.ts'
import { identityInPath } from '../identities/identity-shape.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'
import { writeAlone } from './write-overlap.ts'

export const deleteCredential = armOperation({
  id: 'arm/delete-credential',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
  armType: armTypes.credentials,
  summary: 'Delete a federated identity credential: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/delete',
  handle: async (call) => {
    const { world, caller } = call
    const { name, scope, key } = credentialInPath(call)
    const { key: identityKey } = identityInPath(call)
    const action = `${credentialType}/delete`
    demand(world, caller, action, scope)
    await provokeOnWrite(call, { name, action, scope, identityKey })
    demandParent(call)
    return writeAlone(world, identityKey, () => ({
      status: world.store.credentials.delete(key) ? 200 : 204,
    }))
  },
})
