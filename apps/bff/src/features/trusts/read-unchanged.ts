import type { IdentityPath } from '@trustwright/shared-schemas'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { Arm, Caller, StoredCredential } from '../../ports.ts'

/** The stored credential, if it still has the values that the person saw. To be run in the identity's turn. */
export async function readUnchanged(
  arm: Arm,
  caller: Caller,
  path: IdentityPath,
  name: string,
  fingerprint: string,
): Promise<StoredCredential> {
  const stored = await arm.readCredential(caller, path, name)
  if (fingerprintOf(stored) !== fingerprint) throw new PortalError('TRUST_CHANGED_MEANWHILE')
  return stored
}
