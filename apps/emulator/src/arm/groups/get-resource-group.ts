import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { demandGroup, groupAction, groupInPath, groupShape } from './group-shape.ts'

export const getResourceGroup = armOperation({
  id: 'arm/get-resource-group',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  armType: armTypes.resourceGroups,
  summary: 'One resource group',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/get',
  handle: (call) => {
    demand(call.world, call.caller, `${groupAction}/read`, groupInPath(call).id)
    return { status: 200, body: groupShape(demandGroup(call)) }
  },
})
