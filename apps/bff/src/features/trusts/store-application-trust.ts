import type { AnyApplicationTrustChange, AnyNewApplicationTrust, Trust } from '@trustwright/shared-schemas'
import type { CredentialHolder } from '../../domain/credential-holder.ts'
import { toStorable } from '../../domain/credential-values.ts'
import { keepsDescription, sameValues } from '../../domain/fingerprint.ts'
import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'
import { changeTrust } from './change-trust.ts'
import { createTrust } from './create-trust.ts'
import { readTrust } from './read-trust.ts'
import type { TrustDeps } from './trust-deps.ts'

/**
 * Stores values under a name. With a fingerprint that trust is changed; without one a free name is filled, and asking
 * again for the same values changes nothing. Graph's own upsert (`Prefer: create-if-missing`) is not used: it would
 * replace, without a word, what somebody else stored under the name meanwhile.
 */
export async function storeApplicationTrust(
  deps: TrustDeps,
  caller: Caller,
  holder: CredentialHolder,
  name: string,
  { fingerprint, ...values }: AnyApplicationTrustChange,
): Promise<Trust> {
  if (fingerprint !== null) return changeTrust(deps, caller, holder, name, { ...values, fingerprint })
  const wanted: AnyNewApplicationTrust = { name, ...values }
  try {
    return await createTrust(deps, caller, holder, wanted)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'TRUST_NAME_TAKEN') throw error
    const stored = await foundOrNull(readTrust(deps, caller, holder, name))
    // So new that the directory does not show it yet.
    if (stored === null) throw error
    const asked = toStorable(values)
    if (!keepsDescription(stored, asked) || !sameValues(stored, asked)) throw error
    return stored
  }
}

async function foundOrNull(reading: Promise<Trust>): Promise<Trust | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof PortalError && error.code === 'NOT_FOUND') return null
    throw error
  }
}
