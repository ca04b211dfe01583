import { compareClaims } from '../../claims/compare-claims.ts'
import type { Difference } from '../../claims/difference.ts'
import type { TermResult } from '../../expressions/evaluate-expression.ts'
import { failedTermsOf } from './failed-terms.ts'
import type { Presented } from './presented.ts'
import type { KnownTrust, TokenContext } from './token-context.ts'

/** One trust beside what was presented. A difference is null where the values are equal, or one of them is not known. */
export interface Pair {
  readonly trust: KnownTrust
  readonly presented: Presented
  readonly context: TokenContext
  readonly issuer: Difference | null
  readonly subject: Difference | null
  readonly audience: Difference | null
  /** Terms of a matching expression that the token does not fulfil; null where the trust has a subject. */
  readonly failedTerms: readonly TermResult[] | null
  /** Everything that is known is equal. */
  readonly matches: boolean
}

export function pairOf(trust: KnownTrust, presented: Presented, context: TokenContext): Pair {
  const failedTerms = failedTermsOf(trust, presented)
  const compared = compareClaims(
    { iss: presented.issuer, sub: presented.subject, aud: presented.audiences },
    { issuer: trust.issuer ?? '', subject: trust.subject ?? null, audiences: trust.audiences ?? [] },
  )
  const issuer = presented.issuer === undefined ? null : compared.issuer
  const subject = presented.subject === undefined || failedTerms !== null ? null : compared.subject
  const audience = presented.audiences === undefined ? null : compared.audience
  const matches = issuer === null && subject === null && audience === null && (failedTerms ?? []).length === 0
  return { trust, presented, context, issuer, subject, audience, failedTerms, matches }
}
