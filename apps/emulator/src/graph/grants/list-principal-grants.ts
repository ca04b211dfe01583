import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { principalToRead } from '../service-principals/find-principal.ts'
import { principalType } from '../service-principals/principal-type.ts'
import { grantType } from './grant-type.ts'

export const listPrincipalGrants = graphOperation({
  id: 'graph/list-principal-grants',
  method: 'GET',
  path: '/servicePrincipals[principal]/oauth2PermissionGrants',
  summary: 'Consent that a client has',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-list-oauth2permissiongrants',
  permissions: permissions.readGrants,
  handle: (call) =>
    collectionAnswer(call, {
      type: grantType.info,
      context: 'oauth2PermissionGrants',
      items: principalType.item(principalToRead(call), call).navigate('oauth2PermissionGrants'),
    }),
})
