import { matchesWildcard } from '../wildcard.ts'
import type { ExpressionTerm } from './parse-expression.ts'

/**
 * Whether the claims of an outside token meet every term. Letters count with their case; a claim that is missing or
 * is neither text nor number meets nothing (u).
 */
export function evaluateExpression(
  terms: readonly ExpressionTerm[],
  claims: Readonly<Record<string, unknown>>,
): boolean {
  return terms.every(({ claim, operator, comparand }) => {
    const value = Object.hasOwn(claims, claim) ? claims[claim] : undefined
    if (typeof value !== 'string' && typeof value !== 'number') return false
    return operator === 'eq' ? String(value) === comparand : matchesWildcard(String(value), comparand, '?')
  })
}
