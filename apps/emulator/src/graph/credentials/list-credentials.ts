import { applicationKey } from '../../kernel/entities/federated-credential.ts'
import { applicationToRead } from '../applications/find-application.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { replica } from '../core/replica.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { brokenList } from './broken-list.ts'
import { credentialType } from './credential-type.ts'

export const listCredentials = graphOperation({
  id: 'graph/list-credentials',
  method: 'GET',
  path: withCount('/applications[application]/federatedIdentityCredentials'),
  summary: 'Federated identity credentials of an application',
  source: 'https://learn.microsoft.com/graph/api/application-list-federatedidentitycredentials',
  permissions: permissions.readApplications,
  handle: (call) => {
    const list = listOf(call)
    const answer = collectionAnswer(call, list)
    return brokenList(call, answer, list.credentials) ?? answer
  },
})

function listOf(call: GraphCall) {
  const { objectId } = applicationToRead(call)
  const credentials = replica(call.world, 'credentials').by('parent', applicationKey(objectId))
  return {
    credentials,
    type: credentialType.info,
    context: `applications('${objectId}')/federatedIdentityCredentials`,
    items: credentials.map((credential) => credentialType.item(credential, call)),
  }
}
