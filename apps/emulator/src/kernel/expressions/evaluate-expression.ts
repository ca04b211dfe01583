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
    return operator === 'eq' ? String(value) === comparand : matchesPattern(String(value), comparand)
  })
}

/** `*` stands for any run of characters, also for none and across `/` and `:`; `?` for exactly one. */
export function matchesPattern(text: string, pattern: string): boolean {
  const given = Array.from(text)
  const wanted = Array.from(pattern)
  let at = 0
  let next = 0
  let star: { wanted: number; given: number } | undefined
  while (at < given.length) {
    const here = wanted[next]
    if (here === '*') {
      star = { wanted: next, given: at }
      next += 1
    } else if (here !== undefined && (here === '?' || here === given[at])) {
      at += 1
      next += 1
    } else if (star) {
      star = { wanted: star.wanted, given: star.given + 1 }
      at = star.given
      next = star.wanted + 1
    } else return false
  }
  return wanted.slice(next).every((rest) => rest === '*')
}
