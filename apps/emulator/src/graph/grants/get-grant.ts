import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { grantIn } from './find-grant.ts'
import { grantType } from './grant-type.ts'

export const getGrant = graphOperation({
  id: 'graph/get-grant',
  method: 'GET',
  path: '/oauth2PermissionGrants[grant]',
  summary: 'One consent',
  source: 'https://learn.microsoft.com/graph/api/oauth2permissiongrant-get',
  permissions: permissions.readGrants,
  handle: (call) => entityAnswer(call, grantType.item(grantIn(call), call), 'oauth2PermissionGrants/$entity'),
})
