import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { dropCredential } from '../../kernel/credential-writes.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { aboutToWrite } from '../core/replica.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { credentialKey } from '../credentials/credential-key.ts'
import { dropPrincipal } from '../service-principals/drop-principal.ts'
import { applicationToWrite } from './find-application.ts'

export const deleteApplication = graphOperation({
  id: 'graph/delete-application',
  method: 'DELETE',
  path: '/applications[application]',
  summary: 'Move an application, its service principal and its credentials to the recycle bin',
  source: 'https://learn.microsoft.com/graph/api/application-delete',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const application = applicationToWrite(call)
    call.world.transaction(() => moveToBin(call, application))
    return { status: 204 }
  },
})

function moveToBin(call: GraphCall, application: Application): void {
  const { world } = call
  const { store } = world
  const { objectId, appId, displayName } = application
  const credentials = store.credentials.by('parent', applicationKey(objectId))
  const servicePrincipals = store.servicePrincipals.by('appId', appId)
  store.deletedApplications.put(objectId, {
    application,
    credentials,
    servicePrincipals,
    deletedAt: world.clock.now(),
  })
  for (const { id } of credentials) {
    aboutToWrite(world, 'credentials', credentialKey(objectId, id))
    dropCredential(world, credentialKey(objectId, id))
  }
  for (const principal of servicePrincipals) dropPrincipal(world, principal.objectId)
  aboutToWrite(world, 'applications', appId)
  store.applications.delete(appId)
  audit(call, {
    activity: 'Delete application',
    operationType: 'Delete',
    target: { id: objectId, type: 'Application', displayName },
  })
}
