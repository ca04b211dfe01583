import { servicePrincipalOf } from '../../kernel/directory.ts'
import type { User } from '../../kernel/entities/directory.ts'
import type { EntraFailure } from '../../kernel/vendor-errors.ts'
import type { World } from '../../kernel/world.ts'
import { accessTokenIssuer } from '../../kernel/bearer.ts'
import type { Interaction } from './interaction.ts'

/** Why this person may not use this client at all; told on a page, since signing in with another account may help. */
export function reasonToRefuse(
  { client, tenant }: Pick<Interaction, 'client' | 'tenant'>,
  user: User,
  world: World,
): EntraFailure | undefined {
  const { appId, displayName } = client
  if (tenant.tenantId !== world.settings.tenantId) {
    return failure(
      'invalid_request',
      50020,
      `User account '${user.username}' from identity provider '${accessTokenIssuer(world.settings.tenantId)}' does not exist in tenant '${tenant.displayName}' and cannot access the application '${appId}'(${displayName}) in that tenant. The account needs to be added as an external user in the tenant first. Sign out and sign in again with a different Azure Active Directory user account.`,
    )
  }
  if (user.blocked === true) return failure('invalid_grant', 50057, 'The user account is disabled.')
  const principal = servicePrincipalOf(world, appId)
  if (principal?.accountEnabled === false) {
    return failure('unauthorized_client', 7000112, `Application '${appId}'(${displayName}) is disabled.`)
  }
  if (principal?.appRoleAssignmentRequired === true && !isAssigned(user, principal.objectId, world)) {
    return failure(
      'access_denied',
      50105,
      `Your administrator has configured the application ${displayName} ('${appId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${user.username}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator. Please contact your administrator to assign access to this application.`,
    )
  }
  return undefined
}

function isAssigned({ objectId }: User, resourceId: string, { store }: World): boolean {
  const groups = store.groups.by('member', objectId).map((group) => group.objectId)
  return [objectId, ...groups].some((principalId) =>
    store.appRoleAssignments
      .by('principal', principalId)
      .some((assignment) => assignment.resourceId === resourceId),
  )
}

function failure(error: string, code: number, message: string): EntraFailure {
  return { status: 400, error, code, message }
}
