import { limits, type ApplicationDetail } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Directory } from '../../directory-port.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { trustWriteAccess } from './trust-write-access.ts'

/** The application, its owners, how much room it has, and what the caller may do with its trusts. */
export async function readApplication(
  { directory }: Pick<ApplicationDeps, 'directory'>,
  caller: Caller,
  appId: string,
): Promise<ApplicationDetail> {
  const [application, owners, servicePrincipalId, credentials, roles, permissions] = await Promise.all([
    directory.readApplication(caller, appId),
    directory.listOwners(caller, appId),
    directory.findServicePrincipal(caller, appId),
    directory.listCredentials(caller, appId),
    ownRoles(directory, caller),
    directory.listPermissions(caller),
  ])
  return {
    application,
    owners,
    servicePrincipalId,
    trustCount: credentials.length,
    slotsLeft: Math.max(0, limits.trustsPerIdentity - credentials.length),
    trustWrite: trustWriteAccess({ appId, callerObjectId: caller.objectId, owners, roles, permissions }),
  }
}

/** Only a hint hangs on the roles: not being told them is no reason to refuse the page. */
async function ownRoles(directory: Directory, caller: Caller): Promise<string[]> {
  try {
    return await directory.listOwnRoles(caller)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'FORBIDDEN') return []
    throw error
  }
}
