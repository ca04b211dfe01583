import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { deletedIn, deletedItem } from './deleted-application.ts'

export const getDeletedItem = graphOperation({
  id: 'graph/get-deleted-item',
  method: 'GET',
  path: '/directory/deletedItems[deleted]',
  summary: 'One application in the recycle bin',
  source: 'https://learn.microsoft.com/graph/api/directory-deleteditems-get',
  permissions: permissions.readApplications,
  handle: (call) =>
    entityAnswer(call, deletedItem(deletedIn(call), call), 'directoryObjects/$entity', { mixed: true }),
})
