import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { isObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { keyOf } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from '../roles/authorise.ts'

export const getSystemAssigned = armOperation({
  id: 'arm/get-system-assigned',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.ManagedIdentity/identities/default',
  armType: armTypes.systemAssignedIdentities,
  summary: 'The system-assigned identity of a resource; here only clusters have one',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/system-assigned-identities/get-by-scope',
  handle: (call) => {
    const scope = scopeInPath(call)
    demand(call.world, call.caller, 'Microsoft.ManagedIdentity/identities/read', scope)
    const resource = call.world.store.resources.get(keyOf(scope))
    const identity = resource?.extra.identity
    if (!resource || !isObject(identity) || typeof identity.principalId !== 'string') {
      const group = scope.split('/')[4] ?? ''
      throw refuse(faults.resourceNotFound('Microsoft.ManagedIdentity/identities/default', group))
    }
    const { principalId } = identity
    const { tenantId } = call.world.settings
    return {
      status: 200,
      body: {
        id: `${scope}/providers/Microsoft.ManagedIdentity/identities/default`,
        name: 'default',
        type: 'Microsoft.ManagedIdentity/identities',
        location: resource.location,
        tags: resource.tags,
        properties: { tenantId, principalId, clientId: resource.extra.systemAssignedClientId },
      },
    }
  },
})
