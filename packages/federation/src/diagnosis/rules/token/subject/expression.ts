import type { Cause } from '../../../cause.ts'
import { causeOf } from '../../../cause.ts'
import { textAt } from '../../../../paste/values.ts'
import type { ExpressionTerm } from '../../../../expressions/expression.ts'
import { parseExpression } from '../../../../expressions/parse-expression.ts'
import { expressionOf } from '../../../trust.ts'
import { shown } from '../../../claims/pair-cause.ts'
import type { Pair } from '../../../claims/pair.ts'
import { projectIdWords, projectPathOf } from './gitlab.ts'

/** Terms of a matching expression that the token does not fulfil. */
export function expressionCauses(pair: Pair): readonly Cause[] {
  return (pair.failedTerms ?? []).map(({ term, value }) => {
    const { claim, operator, comparand } = term
    const moved = movedProject(pair, term, value)
    if (moved !== null) return moved
    const isCase = value !== null && operator === 'eq' && value.toLowerCase() === comparand.toLowerCase()
    return causeOf(isCase ? 'subject-case' : 'expression-not-matched', {
      severity: 'block',
      certainty: 'certain',
      text:
        value === null
          ? `No token matches: the expression asks for the claim ${claim}, and the token has none of that name that is a text.`
          : `This token does not match: its ${claim} does not fulfil the matching expression${isCase ? ', in letter case alone' : ''}.`,
      evidence: `Expression: ${claim} ${operator} ${shown(comparand)} · token: ${shown(value ?? '')}`,
      fix: `Correct the pattern for ${claim} in the expression, or run the workload so that its ${claim} fits.`,
      field: 'expression',
    })
  })
}

/** The pattern has the `project_id` of the token and another path: it is the same project of GitLab, which was moved. */
function movedProject(
  { trust, presented }: Pair,
  { claim, comparand }: ExpressionTerm,
  value: string | null,
): Cause | null {
  if (claim !== 'sub' || value === null) return null
  const [stored, token] = [projectPathOf(comparand), projectPathOf(value)]
  if (stored === null || token === null || stored.includes('*') || stored === token) return null
  const id = textAt(presented.claims, 'project_id')
  const { expression } = parseExpression(expressionOf(trust) ?? '')
  const isSame = expression?.terms.some(
    (term) => term.claim === 'project_id' && term.operator === 'eq' && term.comparand === id,
  )
  if (isSame !== true) return null
  return causeOf('gitlab-moved', {
    severity: 'block',
    certainty: 'certain',
    text: `No token matches: the project ${shown(stored)} is ${shown(token)} by now, and the expression asks for the old path.`,
    evidence: `${projectIdWords(presented) ?? ''}, and the expression asks for the same. Expression: sub ${shown(comparand)} · token: ${shown(value)}`,
    fix: `Write ${shown(token)} in the place of ${shown(stored)} in the expression.`,
    field: 'expression',
  })
}
