import { storeCredential } from '../../kernel/credential-writes.ts'
import { applicationType } from '../applications/application-type.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { aboutToWrite } from '../core/replica.ts'
import { credentialKey } from '../credentials/credential-key.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { deletedToWrite } from './deleted-application.ts'

export const restoreDeletedItem = graphOperation({
  id: 'graph/restore-deleted-item',
  method: 'POST',
  path: '/directory/deletedItems[deleted]/restore',
  summary: 'Bring an application back with its credentials and its service principal',
  source: 'https://learn.microsoft.com/graph/api/directory-deleteditems-restore',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world } = call
    const { application, credentials, servicePrincipals } = deletedToWrite(call)
    world.transaction(() => {
      aboutToWrite(world, 'applications', application.appId)
      world.store.applications.put(application.appId, application)
      for (const principal of servicePrincipals) {
        aboutToWrite(world, 'servicePrincipals', principal.objectId)
        world.store.servicePrincipals.put(principal.objectId, principal)
      }
      for (const credential of credentials) {
        const key = credentialKey(application.objectId, credential.id)
        aboutToWrite(world, 'credentials', key)
        storeCredential(world, key, credential)
      }
      world.store.deletedApplications.delete(application.objectId)
    })
    const item = applicationType.item(application, call)
    return entityAnswer(call, item, 'directoryObjects/$entity', { mixed: true })
  },
})
