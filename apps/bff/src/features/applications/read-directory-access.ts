import type { DirectoryAccess } from '@trustwright/shared-schemas'
import {
  holdsOne,
  isGranted,
  managingRoles,
  readingRoles,
  registeringRoles,
} from '../../domain/directory-roles.ts'
import { graphNeeds, type GraphNeed } from '../../domain/graph-needs.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { grantedPermissions, ownRoles } from '../../domain/own-rights.ts'

interface DirectoryAccesses {
  readonly readApplications: DirectoryAccess
  readonly createApplication: DirectoryAccess
  readonly writeTrusts: DirectoryAccess
}

/**
 * What the caller may do with app registrations. Without a role it stays open (null): everybody may read and register by
 * default, a tenant may turn either off, and Graph tells its settings only with another permission.
 * https://learn.microsoft.com/entra/fundamentals/users-default-permissions
 */
export async function readDirectoryAccess(
  { directory }: Pick<ApplicationDeps, 'directory'>,
  caller: Caller,
): Promise<DirectoryAccesses> {
  const permissions = await grantedPermissions(directory, caller)
  const roles = permissions.length === 0 ? null : await ownRoles(directory, caller)
  const access = (need: GraphNeed, enough: readonly string[]): DirectoryAccess => {
    const { action, role, permission } = need
    const permissionGranted = isGranted(permissions, need.permissions)
    const holds = holdsOne(roles ?? [], enough)
    const allowed = permissionGranted ? holds || null : false
    const because = holds ? 'directory-role' : null
    return { allowed, action, role, scope: '/', because, permission, permissionGranted }
  }
  return {
    readApplications: access(graphNeeds.readApplications, readingRoles),
    createApplication: access(graphNeeds.createApplication, registeringRoles),
    writeTrusts: access(graphNeeds.writeCredentials, managingRoles),
  }
}
