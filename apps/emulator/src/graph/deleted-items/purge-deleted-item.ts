import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { deletedToWrite } from './deleted-application.ts'

export const purgeDeletedItem = graphOperation({
  id: 'graph/purge-deleted-item',
  method: 'DELETE',
  path: '/directory/deletedItems[deleted]',
  summary: 'Delete an application for good',
  source: 'https://learn.microsoft.com/graph/api/directory-deleteditems-delete',
  permissions: permissions.writeApplications,
  handle: (call) => {
    call.world.store.deletedApplications.delete(deletedToWrite(call).application.objectId)
    return { status: 204 }
  },
})
