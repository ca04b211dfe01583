import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalItems } from '../service-principals/principal-type.ts'
import { groupIn } from './find-group.ts'

export const listGroupMembers = graphOperation({
  id: 'graph/list-group-members',
  method: 'GET',
  path: [...withCount('/groups[group]/members'), ...withCount('/groups[group]/transitiveMembers')],
  summary: 'Members of a group; groups do not nest here',
  source: 'https://learn.microsoft.com/graph/api/group-list-members',
  permissions: permissions.readGroups,
  handle: (call) =>
    collectionAnswer(call, {
      type: directoryObjectType,
      context: 'directoryObjects',
      items: principalItems(groupIn(call).memberIds, call),
      mixed: true,
    }),
})
