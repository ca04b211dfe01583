import { z } from 'zod'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandAdministrator } from '../core/rights.ts'
import { grantIn } from './find-grant.ts'

const schema = z.strictObject({ scope: z.string() })

export const updateGrant = graphOperation({
  id: 'graph/update-grant',
  method: 'PATCH',
  path: '/oauth2PermissionGrants[grant]',
  summary: 'Change the permissions of a consent',
  source: 'https://learn.microsoft.com/graph/api/oauth2permissiongrant-update',
  permissions: permissions.writeGrants,
  handle: (call) => {
    const { world } = call
    demandAdministrator(call, permissions.writeGrants)
    const grant = grantIn(call)
    const { scope } = parseFields(schema, readObject(call), 'OAuth2PermissionGrant')
    aboutToWrite(world, 'permissionGrants', grant.id)
    world.store.permissionGrants.put(grant.id, { ...grant, scope })
    return { status: 204 }
  },
})
