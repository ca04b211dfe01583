import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { applicationToWrite } from './find-application.ts'
import { referencedPrincipal } from './reference-body.ts'

export const addApplicationOwner = graphOperation({
  id: 'graph/add-application-owner',
  method: 'POST',
  path: '/applications[application]/owners/$ref',
  summary: 'Make a person or a service principal an owner',
  source: 'https://learn.microsoft.com/graph/api/application-post-owners',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world } = call
    const application = applicationToWrite(call)
    const ownerId = referencedPrincipal(call)
    if (application.ownerIds.includes(ownerId)) throw refuse(faults.alreadyReferenced('owners'))
    world.transaction(() => {
      aboutToWrite(world, 'applications', application.appId)
      world.store.applications.put(application.appId, {
        ...application,
        ownerIds: [...application.ownerIds, ownerId],
      })
      audit(call, {
        activity: 'Add owner to application',
        operationType: 'Assign',
        target: { id: application.objectId, type: 'Application', displayName: application.displayName },
      })
    })
    return { status: 204 }
  },
})
