import type { ApplicationAccess, ApplicationOwner } from '@trustwright/shared-schemas'
import { graphNeeds } from '../../domain/graph-needs.ts'
import { holdsOne, isGranted, managingRoles } from '../../domain/directory-roles.ts'
import { applicationId } from '../../domain/resource-ids.ts'

export interface Rights {
  readonly appId: string
  readonly callerObjectId: string
  readonly owners: readonly ApplicationOwner[]
  /** Template IDs; null where Graph does not tell them. */
  readonly roles: readonly string[] | null
  /** Delegated permissions of the portal. */
  readonly permissions: readonly string[]
}

/** Whether the caller may write trusts on the application, or delete them: Graph has one right for both. https://learn.microsoft.com/entra/fundamentals/users-default-permissions */
export function trustWriteAccess({
  appId,
  callerObjectId,
  owners,
  roles,
  permissions,
}: Rights): ApplicationAccess {
  const { action, role, permission, permissions: enough } = graphNeeds.writeCredentials
  const isOwner = owners.some(({ objectId }) => objectId.toLowerCase() === callerObjectId.toLowerCase())
  const manages = holdsOne(roles ?? [], managingRoles)
  const because = isOwner ? 'owner' : manages ? 'directory-role' : null
  const permissionGranted = isGranted(permissions, enough)
  return {
    // Whose roles are not told may well hold one: Graph decides, instead of the portal refusing.
    allowed: permissionGranted && (because !== null || roles === null),
    action,
    role,
    scope: applicationId(appId),
    because,
    permission,
    permissionGranted,
  }
}
