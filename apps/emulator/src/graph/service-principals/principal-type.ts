import { parentKey } from '../../kernel/entities/federated-credential.ts'
import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { entityType, type EntityType, type Item, type View } from '../core/entity-type.ts'
import { replica } from '../core/replica.ts'
import { credentialType } from '../credentials/credential-type.ts'
import { assignmentType } from '../grants/assignment-type.ts'
import { grantType } from '../grants/grant-type.ts'
import { groupType } from '../groups/group-type.ts'
import { userType } from '../users/user-type.ts'
import { emptyPrincipal, principalShape } from './principal-shape.ts'
import { findPrincipal, objectIdOf, resourceIdOf, type Principal } from './principals.ts'

const text = 'eq ne not ge le in startsWith null'
const credentialText = 'eq startsWith advanced'

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal */
export const principalType: EntityType<Principal> = entityType<Principal>(
  {
    name: 'servicePrincipal',
    resource: 'ServicePrincipal',
    properties: Object.keys(emptyPrincipal),
    filters: {
      id: 'eq ne not in',
      appId: 'eq ne not in',
      accountEnabled: 'eq ne not in',
      alternativeNames: 'eq not ge le startsWith',
      appDisplayName: text,
      appOwnerOrganizationId: 'eq ne not in null',
      createdDateTime: 'eq ne not ge le in advanced',
      displayName: `${text} endsWith`,
      homepage: text,
      replyUrls: 'eq not ge le startsWith',
      servicePrincipalNames: 'eq not ge le startsWith',
      servicePrincipalType: 'eq not in',
      signInAudience: 'eq not ge le in startsWith null advanced',
      tags: 'eq not ge le startsWith',
      'federatedIdentityCredentials/name': credentialText,
      'federatedIdentityCredentials/issuer': credentialText,
      'federatedIdentityCredentials/subject': credentialText,
      'federatedIdentityCredentials/$count': 'eq0 ne0',
      'owners/$count': 'eq0 ne0',
    },
    order: ['displayName', 'createdDateTime'],
    search: ['displayName', 'description'],
    navigations: [
      'owners',
      'federatedIdentityCredentials',
      'appRoleAssignments',
      'appRoleAssignedTo',
      'oauth2PermissionGrants',
      'memberOf',
      'ownedObjects',
    ],
  },
  { id: objectIdOf, json: principalShape, navigate, count },
)

/** A tenant has tens of thousands of principals, and a filter asks each. */
function count(principal: Principal, name: string, { world }: View): number | undefined {
  if (name !== 'federatedIdentityCredentials') return undefined
  if ('stored' in principal || world.reality.credentialFilters === 'applicationsOnly') return 0
  return world.store.credentials.countBy('parent', resourceIdOf(principal.identity).toLowerCase())
}

function navigate(principal: Principal, name: string, view: View): readonly Item[] {
  const { world } = view
  const id = objectIdOf(principal)
  switch (name) {
    case 'owners':
      return 'stored' in principal ? principalItems(principal.stored.ownerIds, view) : []
    case 'federatedIdentityCredentials':
      if (world.reality.credentialFilters === 'applicationsOnly') return []
      return credentialsOfPrincipal(principal, view).map((each) => credentialType.item(each, view))
    case 'appRoleAssignments':
      return replica(world, 'appRoleAssignments')
        .by('principal', id)
        .map((each) => assignmentType.item(each, view))
    case 'appRoleAssignedTo':
      return replica(world, 'appRoleAssignments')
        .by('resource', id)
        .map((each) => assignmentType.item(each, view))
    case 'oauth2PermissionGrants':
      return replica(world, 'permissionGrants')
        .by('client', id)
        .map((each) => grantType.item(each, view))
    case 'memberOf':
      return world.store.groups.by('member', id).map((group) => groupType.item(group, view))
    default:
      return []
  }
}

/** A managed identity's credentials, as ARM keeps them; an application's hang on the application alone. */
export function credentialsOfPrincipal(principal: Principal, { world }: View): FederatedCredential[] {
  if ('stored' in principal) return []
  const resourceId = resourceIdOf(principal.identity).toLowerCase()
  return world.store.credentials.by('parent', parentKey({ kind: 'managedIdentity', resourceId }))
}

/** People and service principals by object id; those that are gone are left out. */
export function principalItems(ids: readonly string[], view: View): Item[] {
  return ids.flatMap((id) => {
    const user = view.world.store.users.get(id)
    if (user) return [userType.item(user, view)]
    const principal = findPrincipal(view.world, id)
    return principal ? [principalType.item(principal, view)] : []
  })
}
