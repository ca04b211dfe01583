import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { directoryObjectType } from '../objects/directory-object-type.ts'
import { collectionAnswer, withCount } from '../query/list-answer.ts'
import { principalToRead } from './find-principal.ts'
import { principalType } from './principal-type.ts'

export const listPrincipalOwners = graphOperation({
  id: 'graph/list-principal-owners',
  method: 'GET',
  path: withCount('/servicePrincipals[principal]/owners'),
  summary: 'Owners of a service principal',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-list-owners',
  permissions: permissions.readApplications,
  handle: (call) =>
    collectionAnswer(call, {
      type: directoryObjectType,
      context: 'directoryObjects',
      items: principalType.item(principalToRead(call), call).navigate('owners'),
      mixed: true,
    }),
})
