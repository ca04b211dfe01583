import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandAdministrator } from '../core/rights.ts'
import { grantIn } from './find-grant.ts'

export const deleteGrant = graphOperation({
  id: 'graph/delete-grant',
  method: 'DELETE',
  path: '/oauth2PermissionGrants[grant]',
  summary: 'Take consent back',
  source: 'https://learn.microsoft.com/graph/api/oauth2permissiongrant-delete',
  permissions: permissions.writeGrants,
  handle: (call) => {
    demandAdministrator(call, permissions.writeGrants)
    const { id } = grantIn(call)
    aboutToWrite(call.world, 'permissionGrants', id)
    call.world.store.permissionGrants.delete(id)
    return { status: 204 }
  },
})
