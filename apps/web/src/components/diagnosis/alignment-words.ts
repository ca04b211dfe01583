import type { ClaimAlignment } from '@trustwright/federation'
import { describeDifference } from '../describe-difference.ts'

export const claimLabels = { issuer: 'Issuer', subject: 'Subject', audience: 'Audience' } as const

/** What differs in a claim, as one sentence without its full stop. `issuers` may tell the platform of a subject. */
export function alignmentWords(
  { claim, trust, token, parts }: ClaimAlignment,
  issuers: readonly string[] = [],
): string {
  if (trust === '') return 'The trust has no such value'
  if (token === '') return 'The token has no such value'
  const differing = parts.filter(({ kind }) => kind !== 'same')
  if (differing.length > 0 && differing.every(({ kind }) => kind === 'case')) {
    const letters = differing.reduce((total, part) => total + Array.from(part.trust).length, 0)
    return `${letters} ${letters === 1 ? 'letter differs' : 'letters differ'} in upper and lower case alone`
  }
  return describeDifference(trust, token, claim === 'subject' ? issuers : [])
}
