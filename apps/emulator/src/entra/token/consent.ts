import { servicePrincipalOf } from '../../kernel/directory.ts'
import type { Resource } from '../../kernel/resources.ts'
import type { World } from '../../kernel/world.ts'
import { isFirstParty } from '../core/first-party-clients.ts'

/** What Azure CLI and PowerShell hold on Graph without asking. https://github.com/Azure/azure-cli/issues/31598 and others show the `scp` claim. */
const firstPartyGraphScopes = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Directory.AccessAsUser.All',
  'email',
  'Group.ReadWrite.All',
  'openid',
  'profile',
  'User.Read.All',
  'User.ReadWrite.All',
]

/**
 * Delegated permissions of a resource that a client may use for a person: granted for this person or for everybody, or
 * pre-authorised by the resource. Microsoft's own clients hold ARM and a fixed part of Graph without consent; a client
 * needs none for itself.
 */
export function consentedScopes(
  world: World,
  resource: Resource,
  clientId: string,
  userObjectId: string,
): string[] {
  const all = resource.scopes.map(({ value }) => value)
  if (resource.appId === clientId) return all
  const preAuthorized = resource.application?.api.preAuthorizedApplications ?? []
  const ids = preAuthorized.find(({ appId }) => appId === clientId)?.delegatedPermissionIds ?? []
  const granted = new Set([
    ...resource.scopes.filter(({ id }) => ids.includes(id)).map(({ value }) => value),
    ...grantedScopes(world, resource, clientId, userObjectId),
    ...(isFirstParty(clientId) ? firstPartyScopes(resource) : []),
  ])
  return all.filter((value) => granted.has(value))
}

function firstPartyScopes({ kind }: Resource): string[] {
  if (kind === 'application' || kind === 'tokenExchange') return []
  return ['user_impersonation', ...firstPartyGraphScopes]
}

function grantedScopes(world: World, resource: Resource, clientId: string, userObjectId: string): string[] {
  const client = servicePrincipalOf(world, clientId)
  if (!client) return []
  return world.store.permissionGrants
    .by('client', client.objectId)
    .filter(({ resourceId }) => resource.principalIds.includes(resourceId))
    .filter(({ consentType, principalId }) => consentType === 'AllPrincipals' || principalId === userObjectId)
    .flatMap(({ scope }) => scope.split(' '))
}
