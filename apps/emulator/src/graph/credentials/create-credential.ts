import { isNewParent } from '../../kernel/new-parent.ts'
import { applicationToWrite } from '../applications/find-application.ts'
import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { readCredentialBody } from './credential-body.ts'
import { credentialType } from './credential-type.ts'
import { createdCredential } from './write-credential.ts'

export const createCredential = graphOperation({
  id: 'graph/create-credential',
  method: 'POST',
  path: '/applications[application]/federatedIdentityCredentials',
  summary: 'Make a federated identity credential; beta takes a claims matching expression',
  source: 'https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const application = applicationToWrite(call)
    if (isNewParent(call.world, application.createdAt)) {
      throw refuse(faults.notFound(application.objectId))
    }
    const credential = createdCredential(call, application, readCredentialBody(call))
    const context = `applications('${application.objectId}')/federatedIdentityCredentials/$entity`
    return entityAnswer(call, credentialType.item(credential, call), context, { status: 201 })
  },
})
