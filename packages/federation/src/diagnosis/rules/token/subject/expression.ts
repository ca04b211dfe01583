import type { Cause } from '../../../cause.ts'
import { causeOf } from '../../../cause.ts'
import { shown } from '../../../claims/pair-cause.ts'
import type { Pair } from '../../../claims/pair.ts'

/** Terms of a matching expression that the token does not fulfil. */
export function expressionCauses({ failedTerms }: Pair): readonly Cause[] {
  return (failedTerms ?? []).map(({ term, value }) => {
    const { claim, operator, comparand } = term
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
