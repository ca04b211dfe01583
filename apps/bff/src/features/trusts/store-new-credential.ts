import { limits, type IdentityPath } from '@trustwright/shared-schemas'
import { PortalError } from '../../errors.ts'
import type { Arm, Caller, CredentialValues, StoredCredential, Written } from '../../ports.ts'

/** Stores under a name that must be free: Azure's PUT would replace what has it. To be run in the identity's turn. */
export async function storeNewCredential(
  arm: Arm,
  caller: Caller,
  path: IdentityPath,
  name: string,
  { issuer, subject, audiences }: CredentialValues,
): Promise<Written<StoredCredential>> {
  const stored = await arm.listCredentials(caller, path)
  if (stored.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new PortalError('TRUST_NAME_TAKEN')
  }
  if (stored.length >= limits.trustsPerIdentity) throw new PortalError('TRUST_LIMIT_REACHED')
  return arm.putCredential(caller, path, { name, values: { issuer, subject, audiences }, before: null })
}
