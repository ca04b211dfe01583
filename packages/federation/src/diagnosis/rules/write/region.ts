import { causeOf } from '../../cause.ts'
import type { WriteRule } from '../../write-view.ts'

/**
 * Regions whose managed identities take no federated credentials, by the documents of 2026-09-27; an older copy lists the second
 * row too. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const regionsWithoutSupport: Readonly<Record<string, 'documented' | 'reported'>> = {
  malaysiasouth: 'documented',
  newzealandnorth: 'documented',
  eastasia: 'reported',
  israelcentral: 'reported',
  italynorth: 'reported',
  mexicocentral: 'reported',
  qatarcentral: 'reported',
  spaincentral: 'reported',
}

export const region: WriteRule = ({ parentKind, context }) => {
  const given = context.region?.slice(0, 80)
  if (parentKind !== 'managedIdentity' || given === undefined) return []
  const name = given.toLowerCase().replace(/[^a-z0-9]/g, '')
  const known = context.regionsWithoutSupport?.includes(name)
  const listed = known === undefined ? regionsWithoutSupport[name] : known ? 'documented' : undefined
  const refused = context.upstream?.status === 405 || context.upstream?.code === 'MethodNotAllowed'
  if (listed === undefined && !refused) return []
  const isSure = refused || listed === 'documented'
  return [
    causeOf('region-unsupported', {
      severity: isSure ? 'block' : 'warn',
      certainty: isSure ? 'certain' : 'possible',
      text: isSure
        ? `Azure refuses it: managed identities of the region ${given} take no trusts.`
        : `Azure may refuse it: managed identities of the region ${given} took no trusts for a time.`,
      evidence: refused
        ? `Azure answered 405 for ${given}.`
        : `${given} is on the list of ${listed === 'documented' ? 'the documents' : 'an older document'}.`,
      fix: 'Make the identity in another region, such as the nearest that is not on the list: where it lives does not limit what it may use.',
    }),
  ]
}
