import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { applicationToRead } from '../applications/find-application.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { replica } from '../core/replica.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { credentialType } from './credential-type.ts'
import { credentialIn } from './find-credential.ts'

export const getCredential = graphOperation({
  id: 'graph/get-credential',
  method: 'GET',
  path: '/applications[application]/federatedIdentityCredentials[credential]',
  summary: 'One federated identity credential, by id or name',
  source: 'https://learn.microsoft.com/graph/api/federatedidentitycredential-get',
  permissions: permissions.readApplications,
  handle: (call) => {
    const { objectId } = applicationToRead(call)
    const all = replica(call.world, 'credentials').by('parent', applicationKey(objectId))
    const item = credentialType.item(credentialIn(call, all), call)
    return entityAnswer(call, item, `applications('${objectId}')/federatedIdentityCredentials/$entity`)
  },
})
