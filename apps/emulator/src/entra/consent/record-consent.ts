import { newServicePrincipal, servicePrincipalOf } from '../../kernel/directory.ts'
import type { Application, PermissionGrant } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { directoryRoles } from '../../seed.ts'
import type { Permissions } from './requested-permissions.ts'

/** Who consents: a person for themselves, or `null` for everybody. */
export type ConsentFor = string | null

/** May consent to what only an administrator can grant, and for everybody. */
export function mayConsentForAll(userObjectId: string, world: World): boolean {
  return world.store.directoryRoleMembers
    .by('principal', userObjectId)
    .some(({ roleTemplateId }) => roleTemplateId === directoryRoles.globalAdministrator)
}

/**
 * Writes the permissions into the client's grants and makes its service principal when it has none.
 * https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant
 */
export function recordConsent(
  permissions: readonly Permissions[],
  client: Application,
  consentFor: ConsentFor,
  world: World,
): void {
  world.transaction(() => {
    const clientId = principalFor(client, world)
    for (const { resource, scopes } of permissions) {
      for (const resourceId of resource.principalIds) {
        const names = scopes.map(({ value }) => value)
        const present = world.store.permissionGrants
          .by('client', clientId)
          .find((grant) => grant.resourceId === resourceId && grant.principalId === consentFor)
        const grant: PermissionGrant = {
          id: present?.id ?? world.newGuid(),
          clientId,
          consentType: consentFor === null ? 'AllPrincipals' : 'Principal',
          principalId: consentFor,
          resourceId,
          scope: [...new Set([...(present?.scope.split(' ') ?? []), ...names])].join(' '),
        }
        world.store.permissionGrants.put(grant.id, grant)
      }
    }
  })
}

function principalFor(client: Application, world: World): string {
  const present = servicePrincipalOf(world, client.appId)
  if (present) return present.objectId
  const made = newServicePrincipal({
    objectId: world.newGuid(),
    appId: client.appId,
    displayName: client.displayName,
    tenantId: world.settings.tenantId,
    createdAt: world.clock.now(),
  })
  world.store.servicePrincipals.put(made.objectId, made)
  return made.objectId
}
