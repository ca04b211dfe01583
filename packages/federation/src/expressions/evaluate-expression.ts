import type { Expression, ExpressionTerm } from './expression.ts'
import { matchesPattern } from './match-pattern.ts'

/** Claims of a token as decoded. Only texts can match: what Azure does with other types is not documented. */
export type ExpressionClaims = Readonly<Record<string, unknown>>

export interface TermResult {
  readonly term: ExpressionTerm
  /** What the token says; null when it has no such claim, or none that is a text. */
  readonly value: string | null
  readonly matches: boolean
}

export interface ExpressionResult {
  readonly matches: boolean
  /** One for each term, in its order. */
  readonly terms: readonly TermResult[]
}

/** Whether a token would be let in, term by term. Issuer and audience are compared apart from it, and exactly. */
export function evaluateExpression(expression: Expression, claims: ExpressionClaims): ExpressionResult {
  const terms = expression.terms.map((term) => resultOf(term, claims))
  return { matches: terms.every(({ matches }) => matches), terms }
}

function resultOf(term: ExpressionTerm, claims: ExpressionClaims): TermResult {
  const found = Object.hasOwn(claims, term.claim) ? claims[term.claim] : undefined
  const value = typeof found === 'string' ? found : null
  return { term, value, matches: value !== null && holds(term, value) }
}

function holds({ operator, comparand }: ExpressionTerm, value: string): boolean {
  return operator === 'eq' ? value === comparand : matchesPattern(comparand, value)
}
