import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demandGroup, groupAction, groupInPath, groupShape } from './group-shape.ts'
import { parseBody } from '../core/parse-body.ts'
import { tagsOf } from '../core/tags.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'

export const patchResourceGroup = armOperation({
  id: 'arm/patch-resource-group',
  method: 'PATCH',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  armType: armTypes.resourceGroups,
  summary: 'Replace the tags of a resource group; what is left out stays',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/update',
  handle: async (call) => {
    const { world, request } = call
    const { name, id, key } = groupInPath(call)
    const action = `${groupAction}/write`
    admit(call, action, id)
    await provokeOnWrite(call, { name, action, scope: id })
    const present = demandGroup(call)
    const group = { ...present, tags: tagsOf(parseBody(request.body)) ?? present.tags }
    world.store.resourceGroups.put(key, group)
    return { status: 200, body: groupShape(group) }
  },
})
