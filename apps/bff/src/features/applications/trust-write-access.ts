import type { ApplicationAccess, ApplicationOwner } from '@trustwright/shared-schemas'
import { graphNeeds } from '../../domain/graph-needs.ts'
import { applicationId } from '../../domain/resource-ids.ts'

/**
 * Built-in directory roles that may change the credentials of every application, by template ID.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const managingRoles: readonly string[] = [
  '62e90394-69f5-4237-9190-012177145e10', // Global Administrator
  '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', // Application Administrator
  '158c047a-c907-4556-b7ef-446551a6b5f7', // Cloud Application Administrator
]

export interface Rights {
  readonly appId: string
  readonly callerObjectId: string
  readonly owners: readonly ApplicationOwner[]
  /** Template IDs. */
  readonly roles: readonly string[]
  /** Delegated permissions of the portal. */
  readonly permissions: readonly string[]
}

/** Whether the caller may write trusts on the application. https://learn.microsoft.com/entra/fundamentals/users-default-permissions */
export function trustWriteAccess({
  appId,
  callerObjectId,
  owners,
  roles,
  permissions,
}: Rights): ApplicationAccess {
  const { action, role, permission, permissions: enough } = graphNeeds.writeCredentials
  const isOwner = owners.some(({ objectId }) => objectId.toLowerCase() === callerObjectId.toLowerCase())
  const manages = roles.some((held) => managingRoles.includes(held.toLowerCase()))
  const because = isOwner ? 'owner' : manages ? 'directory-role' : null
  const permissionGranted = permissions.some((given) => enough.some((wanted) => wanted === given))
  return {
    allowed: because !== null && permissionGranted,
    action,
    role,
    scope: applicationId(appId),
    because,
    permission,
    permissionGranted,
  }
}
