import { matchesPattern } from '../../../../expressions/match-pattern.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'

/** A pattern in a field that is compared to the letter. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations */
export const wildcard: PairRule = (pair) => {
  const { subject } = pair
  if (subject === null || !/[*?]/.test(subject.stored)) return []
  const isMeant = matchesPattern(subject.stored, subject.presented)
  if (!isMeant && !subject.stored.includes('*')) return []
  return [
    pairCause(pair, 'subject', 'wildcard-in-subject', {
      text: `No token matches: the wildcard ${subject.stored.includes('*') ? '*' : '?'} in the subject is a plain character for Azure, which compares it literally.${isMeant ? ' The token fits the pattern that was meant.' : ''}`,
      fix: "Trust an environment, or one trust per exact subject; on an application, a flexible one with claims['sub'] matches takes patterns.",
      action: 'create',
    }),
  ]
}
