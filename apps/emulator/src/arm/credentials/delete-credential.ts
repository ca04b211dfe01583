import { dropCredential } from '../../kernel/credential-writes.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { showCredentialForAWhile } from '../core/visibility.ts'
import { identityInPath } from '../identities/identity-shape.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { credentialInPath, credentialType, demandParent } from './credential-shape.ts'
import { writeAlone } from './write-overlap.ts'

export const deleteCredential = armOperation({
  id: 'arm/delete-credential',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
  armType: armTypes.credentials,
  summary: 'Delete a federated identity credential: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/delete',
  handle: async (call) => {
    const { world } = call
    const { name, scope, key } = credentialInPath(call)
    const { key: identityKey } = identityInPath(call)
    const action = `${credentialType}/delete`
    admit(call, action, scope)
    await provokeOnWrite(call, { name, action, scope, identityKey })
    const { subscriptionId } = demandParent(call, 'written')
    spendIdentityRequest(world, 'delete', subscriptionId, identityKey)
    return writeAlone(world, identityKey, () => remove(call, key))
  },
})

function remove({ world }: ArmCall, key: string): EmulatorResponse {
  const present = world.store.credentials.get(key)
  if (!present) return { status: 204 }
  dropCredential(world, key)
  showCredentialForAWhile(world, key, present)
  return { status: 200 }
}
