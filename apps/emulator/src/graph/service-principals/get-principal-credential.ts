import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { credentialType } from '../credentials/credential-type.ts'
import { credentialIn } from '../credentials/find-credential.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { principalCredentialList, principalCredentialsPath } from './principal-credential-list.ts'

export const getPrincipalCredential = graphOperation({
  id: 'graph/get-principal-credential',
  method: 'GET',
  path: `${principalCredentialsPath}[credential]`,
  summary: "One of a managed identity's federated identity credentials",
  source: 'https://learn.microsoft.com/graph/api/resources/serviceprincipal#relationships',
  permissions: permissions.readApplications,
  handle: (call) => {
    const { context, credentials } = principalCredentialList(call)
    const item = credentialType.item(credentialIn(call, credentials), call)
    return entityAnswer(call, item, `${context}/$entity`)
  },
})
