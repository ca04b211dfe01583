import {
  compareClaims,
  evaluateExpression,
  parseExpression,
  type PresentedClaims,
} from '@trustwright/federation'
import type { CredentialValues } from '../ports.ts'

export type ClaimName = 'issuer' | 'subject' | 'pattern' | 'audience'

/** Which claims of a token keep it from matching stored values; none where it matches. A pattern stands for the subject. */
export function differingClaims(claims: PresentedClaims, stored: CredentialValues): ClaimName[] {
  const { issuer, subject, audience } = compareClaims(claims, stored)
  const differing: ClaimName[] = []
  if (issuer !== null) differing.push('issuer')
  if (stored.expression) {
    if (!fitsPattern(claims, stored.expression)) differing.push('pattern')
  } else if (subject !== null) differing.push('subject')
  if (audience !== null) differing.push('audience')
  return differing
}

export function claimsMatch(claims: PresentedClaims, stored: CredentialValues): boolean {
  return differingClaims(claims, stored).length === 0
}

function fitsPattern(claims: PresentedClaims, text: string): boolean {
  const { expression } = parseExpression(text)
  return expression !== null && evaluateExpression(expression, { ...claims }).matches
}
