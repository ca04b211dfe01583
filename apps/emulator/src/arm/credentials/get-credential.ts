import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { credentialInPath, credentialShape, credentialType } from './credential-shape.ts'
import { faults } from '../core/faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { identityInPath, identityType } from '../identities/identity-shape.ts'
import { refuse } from '../core/refusal.ts'

export const getCredential = armOperation({
  id: 'arm/get-credential',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/federatedIdentityCredentials/{credential}',
  armType: armTypes.credentials,
  summary: 'One federated identity credential',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/federated-identity-credentials/get',
  handle: (call) => {
    const { name, scope, key } = credentialInPath(call)
    demand(call.world, call.caller, `${credentialType}/read`, scope)
    const group = demandGroup(call)
    const parent = identityInPath(call)
    const identity = call.world.store.identities.get(parent.key)
    const credential = call.world.store.credentials.get(key)
    if (identity && credential) return { status: 200, body: credentialShape(credential, identity) }
    const missing = `${identityType}/${parent.name}/federatedIdentityCredentials/${name}`
    throw refuse(faults.resourceNotFound(missing, group.name))
  },
})
