import { parseExpression } from '@trustwright/federation'
import type { ClaimsOfTrust, Trust } from '@trustwright/shared-schemas'
import { isFlexible } from '../trust-words.ts'

/**
 * The claims of a matching token that the portal compares once more. They are the values that the trust stores, and of a
 * pattern the claims that it names; nothing else of a token leaves the browser.
 */
export function claimsToNote(
  claims: Readonly<Record<string, unknown>>,
  trust: Trust,
): ClaimsOfTrust['claims'] | null {
  const [iss, sub] = [claims['iss'], claims['sub']]
  if (typeof iss !== 'string' || typeof sub !== 'string') return null
  const aud = trust.audiences.slice(0, 1)
  if (!isFlexible(trust)) return { iss, sub, aud }
  const { expression } = parseExpression(trust.expression)
  const more = (expression?.terms ?? []).flatMap(({ claim }) => {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
    return typeof value === 'string' && !['iss', 'sub', 'aud'].includes(claim) ? [[claim, value]] : []
  })
  return { iss, sub, aud, more: Object.fromEntries(more) }
}
