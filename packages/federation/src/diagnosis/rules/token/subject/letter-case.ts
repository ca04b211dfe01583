import type { Cause } from '../../../cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { pairCause } from '../../../claims/pair-cause.ts'

/** Two spellings of the same part of a subject: the trust's and the token's. */
export type PartPair = readonly [trust: string, token: string]

/**
 * Parts of the subject that differ in letter case alone. Azure compares upper and lower case since August 2024.
 * https://learn.microsoft.com/entra/identity-platform/reference-breaking-changes
 */
export function letterCase(pair: Pair, parts: readonly PartPair[]): readonly Cause[] {
  const { subject } = pair
  const differing = parts.filter(
    ([trust, token]) => trust !== token && trust.toLowerCase() === token.toLowerCase(),
  )
  if (subject === null || (subject.kind !== 'case' && differing.length === 0)) return []
  const named = differing.slice(0, 3).map(([trust, token]) => `“${trust}” is stored, “${token}” presented`)
  const isOnly = subject.kind === 'case'
  return [
    pairCause(pair, 'subject', 'subject-case', {
      text: 'No token matches: the subject differs in letter case, and Azure tells upper from lower case letters.',
      ...(named.length === 0 ? {} : { evidence: named.join(', ') }),
      fix: isOnly
        ? 'Store the subject in the exact letter case of the token’s “sub”.'
        : 'Correct the letter case together with the other differences: store the subject as the token’s “sub” spells it.',
      action: 'set',
    }),
  ]
}
