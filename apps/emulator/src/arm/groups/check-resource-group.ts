import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { groupAction, groupInPath } from './group-shape.ts'

export const checkResourceGroup = armOperation({
  id: 'arm/check-resource-group',
  method: 'HEAD',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  armType: armTypes.resourceGroups,
  summary: 'Whether a resource group exists: 204 or 404',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/check-existence',
  handle: (call) => {
    const { id, key } = groupInPath(call)
    demand(call.world, call.caller, `${groupAction}/read`, id)
    return { status: call.world.store.resourceGroups.get(key) ? 204 : 404 }
  },
})
