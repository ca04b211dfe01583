import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { groupIn } from './find-group.ts'
import { groupType } from './group-type.ts'

export const getGroup = graphOperation({
  id: 'graph/get-group',
  method: 'GET',
  path: '/groups[group]',
  summary: 'One group',
  source: 'https://learn.microsoft.com/graph/api/group-get',
  permissions: permissions.readGroups,
  handle: (call) => entityAnswer(call, groupType.item(groupIn(call), call), 'groups/$entity'),
})
