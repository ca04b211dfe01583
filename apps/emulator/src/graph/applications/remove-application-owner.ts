import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { applicationToWrite } from './find-application.ts'

export const removeApplicationOwner = graphOperation({
  id: 'graph/remove-application-owner',
  method: 'DELETE',
  path: '/applications[application]/owners/{owner}/$ref',
  summary: 'Take an owner away',
  source: 'https://learn.microsoft.com/graph/api/application-delete-owners',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world, request } = call
    const application = applicationToWrite(call)
    const ownerId = request.params.owner?.toLowerCase() ?? ''
    if (!application.ownerIds.includes(ownerId)) throw refuse(faults.notFound(ownerId))
    world.transaction(() => {
      aboutToWrite(world, 'applications', application.appId)
      world.store.applications.put(application.appId, {
        ...application,
        ownerIds: application.ownerIds.filter((id) => id !== ownerId),
      })
      audit(call, {
        activity: 'Remove owner from application',
        operationType: 'Update',
        target: { id: application.objectId, type: 'Application', displayName: application.displayName },
      })
    })
    return { status: 204 }
  },
})
