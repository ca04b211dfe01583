import { limits, type NewTrust, type Trust } from '@trustwright/shared-schemas'
import { trustConflicts } from './trust-conflicts.ts'

/** What one press of the button will do, seen from the trusts that the identity has now. */
export interface TrustPlan {
  /** Still to be stored, in order. */
  readonly rest: readonly NewTrust[]
  /** Wanted, and on the identity already: only where one form makes several. */
  readonly there: readonly Trust[]
  /** A trust that has a wanted name already. */
  readonly sameName: Trust | null
  /** A trust that has a wanted issuer and subject already, and would be refused. */
  readonly samePair: Trust | null
  /** How many more the identity can hold. */
  readonly room: number
}

/**
 * Several trusts of one form may be stored in part, so those that are there count as done. A form of one trust that is
 * there already is a conflict.
 */
export function planTrusts(wanted: readonly NewTrust[], trusts: readonly Trust[]): TrustPlan {
  const several = wanted.length > 1
  const found = wanted.map((one) => (several ? storedAs(one, trusts) : null))
  const rest = wanted.filter((_, index) => found[index] === null)
  const conflicts = rest.map((one) => trustConflicts(trusts, one))
  return {
    rest,
    there: found.filter((trust) => trust !== null),
    sameName: conflicts.find(({ sameName }) => sameName !== null)?.sameName ?? null,
    samePair: conflicts.find(({ samePair }) => samePair !== null)?.samePair ?? null,
    room: Math.max(0, limits.trustsPerIdentity - trusts.length),
  }
}

/** The trust that lets in exactly the same tokens, whatever its name; null when there is none. */
export function storedAs(wanted: NewTrust, trusts: readonly Trust[]): Trust | null {
  const audiences = JSON.stringify(wanted.audiences)
  return (
    trusts.find(
      (trust) =>
        trust.issuer === wanted.issuer &&
        trust.subject === wanted.subject &&
        JSON.stringify(trust.audiences) === audiences,
    ) ?? null
  )
}
