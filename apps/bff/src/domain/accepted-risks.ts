import { checkTrust, silentFaults, type Cause, type CheckContext } from '@trustwright/federation'
import { PortalError } from '../errors.ts'
import type { CredentialValues } from '../ports.ts'
import { toCauses } from './to-causes.ts'
import { toDiagnosed } from './to-diagnosed.ts'

/** Why Azure would store a trust without a word, and never match it. */
export function certainFaults(
  values: CredentialValues & { readonly name?: string },
  context: CheckContext,
): readonly Cause[] {
  return silentFaults(checkTrust(toDiagnosed(values), context).causes)
}

/**
 * What the audit record tells of risks that were taken. Throws TRUST_WOULD_FAIL where the values are certain to fail and
 * not every reason is among the accepted codes.
 */
export function acceptedRisks(
  values: CredentialValues & { readonly name?: string },
  context: CheckContext,
  accepted: readonly string[],
): { readonly acceptedRisks?: readonly string[] } {
  const faults = certainFaults(values, context)
  const open = faults.filter(({ code }) => !accepted.includes(code))
  const [first] = open
  if (first !== undefined) {
    throw new PortalError('TRUST_WOULD_FAIL', {
      detail: `${first.text} Nothing was stored.`,
      nextStep: `${first.fix.replace(/\.?$/, '.')} To store it all the same, accept the risk.`,
      causes: toCauses(open),
    })
  }
  return faults.length === 0 ? {} : { acceptedRisks: [...new Set(faults.map(({ code }) => code))] }
}
