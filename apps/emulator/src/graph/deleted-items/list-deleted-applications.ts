import { applicationType } from '../applications/application-type.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { deletedApplications, deletedItem } from './deleted-application.ts'

export const listDeletedApplications = graphOperation({
  id: 'graph/list-deleted-applications',
  method: 'GET',
  path: withCount('/directory/deletedItems/microsoft.graph.application'),
  summary: 'Applications in the recycle bin',
  source: 'https://learn.microsoft.com/graph/api/directory-deleteditems-list',
  permissions: permissions.readApplications,
  handle: (call) =>
    collectionAnswer(call, {
      type: applicationType.info,
      context: 'applications',
      items: deletedApplications(call.world).map((deleted) => deletedItem(deleted, call)),
    }),
})
