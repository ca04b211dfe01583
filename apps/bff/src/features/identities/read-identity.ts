import type { IdentityDetail, IdentityPath } from '@trustwright/shared-schemas'
import { actions, toAccess } from '../../domain/access.ts'
import type { Caller } from '../../ports.ts'
import type { IdentityDeps } from './identity-deps.ts'

/** The identity, and what the caller's roles on it allow. */
export async function readIdentity(
  { arm }: IdentityDeps,
  caller: Caller,
  path: IdentityPath,
): Promise<IdentityDetail> {
  const [identity, permissions] = await Promise.all([
    arm.readIdentity(caller, path),
    arm.listPermissions(caller, path),
  ])
  return {
    identity,
    trustWrite: toAccess(permissions, actions.writeTrust, identity.resourceId),
    trustDelete: toAccess(permissions, actions.deleteTrust, identity.resourceId),
  }
}
