import { platformOfSubject, platformTitles } from '../../../platform-of.ts'
import { pairCause, type PairRule } from '../../../claims/pair-cause.ts'
import { letterCase, type PartPair } from './letter-case.ts'

/** The subject is another one and no other rule says how. */
export const subjectDiffers: PairRule = (pair) => {
  const { subject } = pair
  if (subject === null) return []
  const cases = letterCase(pair, placewise(subject.stored, subject.presented))
  if (subject.kind === 'case') return cases
  const [trust, token] = [platformOfSubject(subject.stored), platformOfSubject(subject.presented)]
  const isOther = trust !== null && token !== null && trust !== token
  return [
    ...cases,
    pairCause(pair, 'subject', isOther ? 'issuer-other-platform' : 'subject-differs', {
      text: isOther
        ? `No token matches: its subject is that of ${platformTitles[token]}, and the trust’s that of ${platformTitles[trust]}.`
        : `No token matches: the subject differs from the stored one from letter ${subject.firstDifferenceAt + 1} on.`,
      fix: 'If this workload may use the identity, store its subject as the token’s “sub” spells it.',
      action: subject.stored === '' ? 'create' : 'set',
    }),
  ]
}

/** Words in the same place, where both subjects have as many. */
function placewise(a: string, b: string): readonly PartPair[] {
  const [left, right] = [a.slice(0, 2000).split(/[:/@]/), b.slice(0, 2000).split(/[:/@]/)]
  const isAlike = left.length === right.length && left[0]?.toLowerCase() === right[0]?.toLowerCase()
  return isAlike ? left.map((word, at) => [word, right[at] ?? ''] as const) : []
}
