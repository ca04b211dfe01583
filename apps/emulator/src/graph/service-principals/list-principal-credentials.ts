import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalCredentialList, principalCredentialsPath } from './principal-credential-list.ts'

export const listPrincipalCredentials = graphOperation({
  id: 'graph/list-principal-credentials',
  method: 'GET',
  path: withCount(principalCredentialsPath),
  summary: "A managed identity's federated identity credentials, as ARM keeps them",
  source: 'https://learn.microsoft.com/graph/api/resources/serviceprincipal#relationships',
  permissions: permissions.readApplications,
  handle: (call) => collectionAnswer(call, principalCredentialList(call)),
})
