import { auditedWrite } from '../../domain/audited-write.ts'
import { applicationId } from '../../domain/resource-ids.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import type { ApplicationDeps } from './application-deps.ts'

/**
 * Makes the caller an owner of the application that they registered, unless Graph did: it leaves out whoever registers
 * by a directory role. https://learn.microsoft.com/entra/identity/role-based-access-control/custom-available-permissions
 */
export async function makeOwner(
  { audit, directory }: ApplicationDeps,
  caller: Caller,
  appId: string,
): Promise<void> {
  if (await isOwner(directory, caller, appId)) return
  const target = `${applicationId(appId)}/owners/${caller.objectId}`
  const owner = { objectId: caller.objectId, username: caller.username }
  await auditedWrite(
    audit,
    { caller, operation: 'application.add-owner', target, after: owner },
    () => directory.addOwner(caller, appId, caller.objectId),
    () => owner,
  )
}

/** False where it cannot be told yet: asking to become one is answered in any case. */
async function isOwner(
  directory: ApplicationDeps['directory'],
  caller: Caller,
  appId: string,
): Promise<boolean> {
  try {
    const owners = await directory.listOwners(caller, appId)
    return owners.some(({ objectId }) => objectId.toLowerCase() === caller.objectId.toLowerCase())
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return false
    throw error
  }
}
