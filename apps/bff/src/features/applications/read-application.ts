import { limits, type ApplicationDetail } from '@trustwright/shared-schemas'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'
import { ownRoles } from '../../domain/own-rights.ts'
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
  const access = trustWriteAccess({ appId, callerObjectId: caller.objectId, owners, roles, permissions })
  return {
    application,
    owners,
    servicePrincipalId,
    trustCount: credentials.length,
    slotsLeft: Math.max(0, limits.trustsPerIdentity - credentials.length),
    trustWrite: access,
    trustDelete: access,
  }
}
