import type { WriteContext } from '@trustwright/federation'
import { directoryRoleName, isGranted } from '../../domain/directory-roles.ts'
import { graphNeeds } from '../../domain/graph-needs.ts'
import { grantedPermissions, ownRoles } from '../../domain/own-rights.ts'
import type { Caller } from '../../ports.ts'
import type { Notes } from './notes.ts'
import type { PreflightDeps } from './preflight-deps.ts'

/** What Microsoft Graph tells of a write on an application before it is sent. Policies and locks are of ARM alone. */
export async function applicationFacts(
  { directory }: PreflightDeps,
  caller: Caller,
  appId: string,
  notes: Notes,
): Promise<WriteContext> {
  const rights = await notes.learn('permissions', async () => {
    const permissions = await grantedPermissions(directory, caller)
    // Without any consent Graph can be asked nothing more.
    if (permissions.length === 0) return { permissions, roles: [], owners: null, application: null }
    const [roles, owners, application] = await Promise.all([
      ownRoles(directory, caller),
      directory.listOwners(caller, appId),
      directory.readApplication(caller, appId),
    ])
    return { permissions, roles, owners, application }
  })
  if (rights === undefined) return {}
  const { permissions, roles, owners, application } = rights
  if (roles === null) {
    const why = 'Graph does not tell the portal which directory roles you hold, so Azure decides.'
    notes.notAll('permissions', why)
  }
  const isOwner = owners?.some(({ objectId }) => objectId.toLowerCase() === caller.objectId.toLowerCase())
  const { permission, permissions: enough } = graphNeeds.writeCredentials
  return {
    // Larger permissions carry the least one.
    permissions: isGranted(permissions, enough) ? [permission] : permissions,
    ...(isOwner !== undefined && { isOwner }),
    ...(roles !== null && owners !== null && { directoryRoles: roles.map(directoryRoleName) }),
    ...(application?.signInAudience && { signInAudience: application.signInAudience }),
  }
}
