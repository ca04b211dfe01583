import { limits, type Trust } from '@trustwright/shared-schemas'

export interface TrustConflicts {
  /** The trust that has the wanted name already. Azure compares names without regard to case. */
  readonly sameName: Trust | null
  /** The trust that has the wanted issuer and subject already. Azure compares these to the letter. */
  readonly samePair: Trust | null
  /** How many more the identity can hold. */
  readonly room: number
}

/** What Azure would refuse, seen from the trusts that the identity has now. */
export function trustConflicts(
  trusts: readonly Trust[],
  wanted: { readonly name: string; readonly issuer: string; readonly subject: string },
): TrustConflicts {
  const name = wanted.name.toLowerCase()
  return {
    sameName: trusts.find((trust) => trust.name.toLowerCase() === name) ?? null,
    samePair:
      trusts.find((trust) => trust.issuer === wanted.issuer && trust.subject === wanted.subject) ?? null,
    room: Math.max(0, limits.trustsPerIdentity - trusts.length),
  }
}
