import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demandGroup, groupInPath } from '../groups/group-shape.ts'
import { readableIdentities } from './readable-identities.ts'

export const listGroupIdentities = armOperation({
  id: 'arm/list-group-identities',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities',
  armType: armTypes.identities,
  summary: 'User-assigned identities of a resource group that the caller may read',
  source:
    'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/list-by-resource-group',
  handle: (call) => {
    demandGroup(call)
    const { subscriptionId, name, key: scope } = groupInPath(call)
    const value = `${subscriptionId}/${name}`.toLowerCase()
    return { status: 200, body: readableIdentities(call, { index: 'group', value, scope }) }
  },
})
