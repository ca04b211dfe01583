import { z } from 'zod'
import type { PermissionGrant } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { parseFields } from '../core/parse-fields.ts'
import { permissions } from '../core/permissions.ts'
import { readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandAdministrator } from '../core/rights.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { findPrincipal } from '../service-principals/principals.ts'
import { grantType } from './grant-type.ts'

const resource = 'OAuth2PermissionGrant'

const schema = z
  .strictObject({
    clientId: z.string(),
    consentType: z.enum(['AllPrincipals', 'Principal']),
    principalId: z.string().nullable(),
    resourceId: z.string(),
    scope: z.string().nullable(),
    startTime: z.string(),
    expiryTime: z.string(),
  })
  .partial()

export const createGrant = graphOperation({
  id: 'graph/create-grant',
  method: 'POST',
  path: '/oauth2PermissionGrants',
  summary: 'Consent to delegated permissions, for everybody or one person',
  source: 'https://learn.microsoft.com/graph/api/oauth2permissiongrant-post',
  permissions: permissions.writeGrants,
  handle: (call) => {
    demandAdministrator(call, permissions.writeGrants)
    const grant = newGrant(call, parseFields(schema, readObject(call), resource))
    const { world } = call
    world.transaction(() => {
      aboutToWrite(world, 'permissionGrants', grant.id)
      world.store.permissionGrants.put(grant.id, grant)
      audit(call, {
        activity: 'Add delegated permission grant',
        operationType: 'Assign',
        target: { id: grant.clientId, type: 'ServicePrincipal', displayName: null },
      })
    })
    const item = grantType.item(grant, call)
    return entityAnswer(call, item, 'oauth2PermissionGrants/$entity', { status: 201 })
  },
})

function newGrant({ world }: GraphCall, body: z.infer<typeof schema>): PermissionGrant {
  const { clientId, resourceId, consentType } = body
  if (clientId === undefined) throw refuse(faults.valueRequired('clientId', resource))
  if (resourceId === undefined) throw refuse(faults.valueRequired('resourceId', resource))
  if (consentType === undefined) throw refuse(faults.valueRequired('consentType', resource))
  const principalId = body.principalId || null
  if ((consentType === 'Principal') !== (principalId !== null))
    throw refuse(faults.invalidValue('principalId', resource))
  for (const id of [clientId, resourceId]) {
    if (!findPrincipal(world, id)) throw refuse(faults.notFound(id))
  }
  if (principalId !== null && !world.store.users.get(principalId)) throw refuse(faults.notFound(principalId))
  const same = world.store.permissionGrants
    .by('client', clientId)
    .some((grant) => grant.resourceId === resourceId && grant.principalId === principalId)
  if (same) throw refuse({ ...faults.sameKey('id'), message: 'Permission entry already exists.' })
  return { id: world.newGuid(), clientId, resourceId, consentType, principalId, scope: body.scope ?? '' }
}
