import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { readListFilter } from '../core/list-filter.ts'
import { pageOf } from '../core/paging.ts'
import { groupId, keyOf } from '../core/resource-ids.ts'
import { readable } from '../roles/authorise.ts'
import { groupAction, groupShape } from './group-shape.ts'

export const listResourceGroups = armOperation({
  id: 'arm/list-resource-groups',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/resourceGroups',
  armType: armTypes.resourceGroups,
  summary: 'Resource groups that the caller may read; $filter on name, location and tags',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/list',
  handle: ({ request, world, caller, params: { subscriptionId = '' } }) => {
    const fits = readListFilter(request.query)
    const mayRead = readable(world, caller, `${groupAction}/read`)
    const groups = world.store.resourceGroups
      .by('subscription', subscriptionId.toLowerCase())
      .filter((group) => fits({ ...group, resourceType: 'Microsoft.Resources/resourceGroups' }))
      .filter((group) => mayRead(groupId(group.subscriptionId, group.name)))
    return { status: 200, body: pageOf(request, groups, ({ name }) => keyOf(name), groupShape) }
  },
})
