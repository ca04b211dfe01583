import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { groupType } from './group-type.ts'

export const listGroups = graphOperation({
  id: 'graph/list-groups',
  method: 'GET',
  path: withCount('/groups'),
  summary: 'Security groups of the tenant',
  source: 'https://learn.microsoft.com/graph/api/group-list',
  permissions: permissions.readGroups,
  handle: (call) =>
    collectionAnswer(call, {
      type: groupType.info,
      context: 'groups',
      items: call.world.store.groups.list().map((group) => groupType.item(group, call)),
    }),
})
