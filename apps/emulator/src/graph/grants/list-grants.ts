import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { replica } from '../core/replica.ts'
import { collectionAnswer } from '../query/list-answer.ts'
import { wantedValue } from '../query/wanted-value.ts'
import { grantType } from './grant-type.ts'

export const listGrants = graphOperation({
  id: 'graph/list-grants',
  method: 'GET',
  path: '/oauth2PermissionGrants',
  summary: 'Consent to delegated permissions, by client, resource or person',
  source: 'https://learn.microsoft.com/graph/api/oauth2permissiongrant-list',
  permissions: permissions.readGrants,
  handle: (call) => {
    const grants = replica(call.world, 'permissionGrants')
    return collectionAnswer(call, {
      type: grantType.info,
      context: 'oauth2PermissionGrants',
      items: (filter) => {
        const clientId = wantedValue(filter, 'clientId')
        const found = clientId === undefined ? grants.list() : grants.by('client', clientId)
        return found.map((grant) => grantType.item(grant, call))
      },
    })
  },
})
