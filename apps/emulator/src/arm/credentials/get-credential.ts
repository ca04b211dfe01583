import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { seenCredential, seenIdentity } from '../core/visibility.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { identityInPath, identityType } from '../identities/identity-shape.ts'
import { demand } from '../roles/authorise.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { credentialInPath, credentialShape, credentialType } from './credential-shape.ts'

export const getCredential = armOperation({
  id: 'arm/get-credential',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
  armType: armTypes.credentials,
  summary: 'One federated identity credential',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/get',
  handle: (call) => {
    const { world, apiVersion } = call
    const { name, scope, key } = credentialInPath(call)
    demand(world, call.caller, `${credentialType}/read`, scope)
    const group = demandGroup(call)
    const parent = identityInPath(call)
    spendIdentityRequest(world, 'get', group.subscriptionId, parent.key)
    const identity = seenIdentity(world, parent.key)
    const credential = seenCredential(world, key)
    if (identity && credential) {
      return { status: 200, body: credentialShape(credential, identity, apiVersion) }
    }
    const missing = `${identityType}/${parent.name}/federatedIdentityCredentials/${name}`
    throw refuse(faults.resourceNotFound(missing, group.name))
  },
})
