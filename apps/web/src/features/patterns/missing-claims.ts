import { checkExpression, expressionIssuerOf, type Warning } from '@trustwright/federation'

/** Warnings but those about missing claims: beside terms in rows each of those stands with a way to add it. */
export function withoutMissing(warnings: readonly Warning[], issuer: string): readonly Warning[] {
  const reasons = (expressionIssuerOf(issuer)?.required ?? []).map(({ why }) => why)
  return warnings.filter(({ text }) => !reasons.some((why) => text.endsWith(why)))
}

/** True where missing claims are all that Azure would refuse of a pattern. */
export function lacksClaimsOnly(issuer: string, text: string): boolean {
  const refused = checkExpression(issuer, text).filter(({ severity }) => severity === 'block')
  return refused.length > 0 && withoutMissing(refused, issuer).length === 0
}
