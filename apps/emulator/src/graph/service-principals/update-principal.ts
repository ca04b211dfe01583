import { graphOperation } from '../core/graph-operation.ts'
import { faults } from '../core/faults.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { principalToWrite } from './find-principal.ts'
import { furtherOf, readPrincipalBody } from './principal-body.ts'

export const updatePrincipal = graphOperation({
  id: 'graph/update-principal',
  method: 'PATCH',
  path: '/servicePrincipals[principal]',
  summary: 'Change a service principal',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-update',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world } = call
    const present = principalToWrite(call)
    const body = readPrincipalBody(call)
    if (body.appId !== undefined && body.appId !== present.appId) {
      throw refuse(faults.readOnly('appId', 'ServicePrincipal'))
    }
    aboutToWrite(world, 'servicePrincipals', present.objectId)
    world.store.servicePrincipals.put(present.objectId, {
      ...present,
      accountEnabled: body.accountEnabled ?? present.accountEnabled,
      appRoleAssignmentRequired: body.appRoleAssignmentRequired ?? present.appRoleAssignmentRequired,
      displayName: body.displayName ?? present.displayName,
      tags: body.tags ?? present.tags,
      furtherProperties: { ...present.furtherProperties, ...furtherOf(body) },
    })
    return { status: 204 }
  },
})
