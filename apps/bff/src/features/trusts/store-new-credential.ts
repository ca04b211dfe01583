import { limits } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { PortalError } from '../../errors.ts'
import type { Caller, CredentialValues, StoredCredential, Written } from '../../ports.ts'

/** Stores under a name that must be free: Azure's PUT would replace what has it. To be run in the holder's turn. */
export async function storeNewCredential(
  holder: CredentialHolder,
  caller: Caller,
  name: string,
  values: CredentialValues,
): Promise<Written<StoredCredential>> {
  const stored = await holder.list(caller)
  if (stored.some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw new PortalError('TRUST_NAME_TAKEN')
  }
  if (stored.length >= limits.trustsPerIdentity) throw new PortalError('TRUST_LIMIT_REACHED')
  return holder.put(caller, { name, values, before: null })
}
