import type { World } from '../../kernel/world.ts'
import { aboutToWrite } from '../core/replica.ts'

/** Removes a service principal with the consent and the permissions it had and gave. */
export function dropPrincipal(world: World, objectId: string): void {
  const { store } = world
  for (const [key, grant] of store.permissionGrants.entries()) {
    if (grant.clientId !== objectId && grant.resourceId !== objectId) continue
    aboutToWrite(world, 'permissionGrants', key)
    store.permissionGrants.delete(key)
  }
  for (const [key, assignment] of store.appRoleAssignments.entries()) {
    if (assignment.principalId !== objectId && assignment.resourceId !== objectId) continue
    aboutToWrite(world, 'appRoleAssignments', key)
    store.appRoleAssignments.delete(key)
  }
  aboutToWrite(world, 'servicePrincipals', objectId)
  store.servicePrincipals.delete(objectId)
}
