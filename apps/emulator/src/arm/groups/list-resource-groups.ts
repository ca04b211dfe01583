import { queryValue } from '../core/api-versions.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readable } from '../roles/authorise.ts'
import { faults } from '../core/faults.ts'
import { groupAction, groupShape } from './group-shape.ts'
import { pageOf } from '../core/paging.ts'
import { refuse } from '../core/refusal.ts'
import { groupId, keyOf } from '../core/resource-ids.ts'

export const listResourceGroups = armOperation({
  id: 'arm/list-resource-groups',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups',
  armType: armTypes.resourceGroups,
  summary: 'Resource groups that the caller may read',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/list',
  handle: ({ request, world, caller, params: { subscriptionId = '' } }) => {
    if (queryValue(request.query, '$filter')) throw refuse(faults.notEmulated('$filter on resource groups'))
    const mayRead = readable(world, caller, `${groupAction}/read`)
    const groups = world.store.resourceGroups
      .list()
      .filter(
        (group) =>
          keyOf(group.subscriptionId) === keyOf(subscriptionId) &&
          mayRead(groupId(group.subscriptionId, group.name)),
      )
    return { status: 200, body: pageOf(request, groups, ({ name }) => keyOf(name), groupShape) }
  },
})
