import { faults } from '../core/faults.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { permissions } from '../core/permissions.ts'
import { refuse } from '../core/refusal.ts'
import { aboutToWrite } from '../core/replica.ts'
import { demandAdministrator } from '../core/rights.ts'
import { principalToRead } from '../service-principals/find-principal.ts'
import { objectIdOf } from '../service-principals/principals.ts'

export const deleteAppRoleAssignment = graphOperation({
  id: 'graph/delete-app-role-assignment',
  method: 'DELETE',
  path: ['appRoleAssignments', 'appRoleAssignedTo'].map(
    (name) => `/servicePrincipals[principal]/${name}[assignment]`,
  ),
  summary: 'Take an application permission away',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-delete-approleassignments',
  permissions: permissions.writeAppRoles,
  handle: (call) => {
    const { world } = call
    demandAdministrator(call, permissions.writeAppRoles)
    const principal = objectIdOf(principalToRead(call))
    const id = keyText(keyIn(call, 'assignment'))
    const assignment = world.store.appRoleAssignments.get(id)
    if (!assignment || ![assignment.principalId, assignment.resourceId].includes(principal)) {
      throw refuse(faults.notFound(id))
    }
    aboutToWrite(world, 'appRoleAssignments', id)
    world.store.appRoleAssignments.delete(id)
    return { status: 204 }
  },
})
