import { evaluateExpression, type TermResult } from '../../expressions/evaluate-expression.ts'
import { parseExpression } from '../../expressions/parse-expression.ts'
import { expressionOf } from '../trust.ts'
import type { Presented } from './presented.ts'
import type { KnownTrust } from './token-context.ts'

/**
 * Terms of a matching expression that the token does not fulfil; null where the trust has a subject. Claims that a log
 * does not show are not known: their terms are left open.
 */
export function failedTermsOf(
  trust: KnownTrust,
  { claims, subject, source }: Presented,
): readonly TermResult[] | null {
  if ((trust.subject ?? '') !== '') return null
  const text = expressionOf(trust)
  if (text === null) return null
  const { expression } = parseExpression(text)
  if (expression === null) return []
  const known = subject === undefined ? claims : { ...claims, sub: subject }
  return evaluateExpression(expression, known).terms.filter(
    ({ matches, value }) => !matches && (value !== null || source === 'token'),
  )
}
