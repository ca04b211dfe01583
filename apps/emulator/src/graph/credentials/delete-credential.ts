import { dropCredential } from '../../kernel/credential-writes.ts'
import { applicationToWrite } from '../applications/find-application.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { aboutToWrite } from '../core/replica.ts'
import { credentialKey } from './credential-key.ts'
import { credentialIn } from './find-credential.ts'
import { auditCredential, credentialsOf } from './write-credential.ts'

export const deleteCredential = graphOperation({
  id: 'graph/delete-credential',
  method: 'DELETE',
  path: '/applications[application]/federatedIdentityCredentials[credential]',
  summary: 'Delete a federated identity credential, by id or name',
  source: 'https://learn.microsoft.com/graph/api/federatedidentitycredential-delete',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world } = call
    const application = applicationToWrite(call)
    const credential = credentialIn(call, credentialsOf(call, application))
    const key = credentialKey(application.objectId, credential.id)
    world.transaction(() => {
      aboutToWrite(world, 'credentials', key)
      dropCredential(world, key)
      auditCredential(call, application, { before: credential, after: undefined })
    })
    return { status: 204 }
  },
})
