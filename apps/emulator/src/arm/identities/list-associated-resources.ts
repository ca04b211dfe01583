import type { StoredResource } from '../../kernel/entities/resources.ts'
import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readable } from '../roles/authorise.ts'
import { pageOf } from '../core/paging.ts'
import { demandIdentity, identityInPath, identityType } from './identity-shape.ts'

export const listAssociatedResources = armOperation({
  id: 'arm/list-associated-resources',
  method: 'POST',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}/listAssociatedResources',
  armType: armTypes.associatedResources,
  readsOnly: true,
  summary: 'Resources that an identity is assigned to (2021-09-30-preview and 2022-01-31-preview only)',
  source:
    'https://github.com/Azure/azure-rest-api-specs/tree/main/specification/msi (preview/2021-09-30-preview)',
  handle: (call) => {
    const { world, caller, request } = call
    const { scope, key } = identityInPath(call)
    admit(call, `${identityType}/listAssociatedResources/action`, scope)
    demandIdentity(call, 'seen')
    const found = world.store.resources
      .list()
      .filter((resource) => assignedIdentities(resource).includes(key))
      .filter((resource) => readable(world, caller, `${resource.type}/read`)(resource.id))
    const page = pageOf(
      request,
      found,
      ({ id }) => id.toLowerCase(),
      (resource) => {
        const [, , subscriptionId = '', , resourceGroup = ''] = resource.id.split('/')
        const { id, name, type } = resource
        const subscriptionDisplayName = world.store.subscriptions.get(
          subscriptionId.toLowerCase(),
        )?.displayName
        return { id, name, type: type.toLowerCase(), resourceGroup, subscriptionId, subscriptionDisplayName }
      },
    )
    return { status: 200, body: { totalCount: found.length, ...page } }
  },
})

/** Keys of the user-assigned identities that a resource carries. */
function assignedIdentities({ extra }: StoredResource): string[] {
  const { identity } = extra
  if (typeof identity !== 'object' || identity === null || !('userAssignedIdentities' in identity)) return []
  const { userAssignedIdentities: assigned } = identity
  return typeof assigned === 'object' && assigned !== null
    ? Object.keys(assigned).map((id) => id.toLowerCase())
    : []
}
