import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { fingerprintOf } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, StoredCredential } from '../../ports.ts'

/** The stored credential, if it still has the values that the person saw. To be run in the holder's turn. */
export async function readUnchanged(
  holder: CredentialHolder,
  caller: Caller,
  name: string,
  fingerprint: string,
): Promise<StoredCredential> {
  const stored = await holder.read(caller, name)
  if (fingerprintOf(stored) !== fingerprint) throw new PortalError('TRUST_CHANGED_MEANWHILE')
  return stored
}
