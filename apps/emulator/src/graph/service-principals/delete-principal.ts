import { audit } from '../core/audit.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { dropPrincipal } from './drop-principal.ts'
import { principalToWrite } from './find-principal.ts'

export const deletePrincipal = graphOperation({
  id: 'graph/delete-principal',
  method: 'DELETE',
  path: '/servicePrincipals[principal]',
  summary: 'Delete a service principal with the consent and permissions it had',
  source: 'https://learn.microsoft.com/graph/api/serviceprincipal-delete',
  permissions: permissions.writeApplications,
  handle: (call) => {
    const { world } = call
    const { objectId, displayName } = principalToWrite(call)
    world.transaction(() => {
      dropPrincipal(world, objectId)
      audit(call, {
        activity: 'Remove service principal',
        operationType: 'Delete',
        target: { id: objectId, type: 'ServicePrincipal', displayName },
      })
    })
    return { status: 204 }
  },
})
