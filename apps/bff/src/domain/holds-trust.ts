import { PortalError } from '../errors.ts'
import type { Caller, CredentialValues } from '../ports.ts'
import type { CredentialHolder } from './credential-holder.ts'
import { sameValues } from './fingerprint.ts'

/** Whether the trust of this name has exactly these values. Throws as reading does, but for NOT_FOUND. */
export async function holdsTrust(
  holder: CredentialHolder,
  caller: Caller,
  name: string,
  values: CredentialValues,
): Promise<boolean> {
  try {
    return sameValues(await holder.read(caller, name), values)
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return false
    throw error
  }
}
