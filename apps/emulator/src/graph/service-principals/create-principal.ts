import { newServicePrincipal, servicePrincipalOf } from '../../kernel/directory.ts'
import type { Application } from '../../kernel/entities/directory.ts'
import { audit } from '../core/audit.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandWrite } from '../core/rights.ts'
import { entityAnswer } from '../query/entity-answer.ts'
import { furtherOf, readPrincipalBody, type PrincipalBody } from './principal-body.ts'
import { principalFaults } from './principal-faults.ts'
import { principalType } from './principal-type.ts'

export const createPrincipal = graphOperation({
  id: 'graph/create-principal',
  method: 'POST',
  path: '/servicePrincipals',
  summary: 'Make the service principal of an application of this tenant',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-post-serviceprincipals',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const body = readPrincipalBody(call)
    const appId = body.appId?.toLowerCase()
    if (!appId) throw refuse(faults.valueRequired('appId', 'ServicePrincipal'))
    const application = call.world.store.applications.get(appId)
    if (servicePrincipalOf(call.world, appId)) throw refuse(principalFaults.sameApplication(appId))
    if (!application) throw refuse(principalFaults.unknownApplication(appId))
    demandWrite(call, application)
    const principal = stored(call, body, application)
    const item = principalType.item({ stored: principal }, call)
    return entityAnswer(call, item, 'servicePrincipals/$entity', { status: 201 })
  },
})

function stored(call: GraphCall, body: PrincipalBody, { appId, displayName }: Application) {
  const { world, caller } = call
  const principal = newServicePrincipal({
    objectId: world.newGuid(),
    appId,
    displayName,
    tenantId: world.settings.tenantId,
    createdAt: world.clock.now(),
    accountEnabled: body.accountEnabled ?? true,
    appRoleAssignmentRequired: body.appRoleAssignmentRequired ?? false,
    tags: body.tags ?? [],
    ownerIds: [caller.objectId],
    furtherProperties: furtherOf(body),
  })
  world.transaction(() => {
    aboutToWrite(world, 'servicePrincipals', principal.objectId)
    world.store.servicePrincipals.put(principal.objectId, principal)
    audit(call, {
      activity: 'Add service principal',
      operationType: 'Add',
      target: { id: principal.objectId, type: 'ServicePrincipal', displayName },
    })
  })
  return principal
}
