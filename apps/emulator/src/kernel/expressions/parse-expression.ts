/** One condition of an expression, such as `claims['sub'] matches 'repo:contoso/*'`. */
export interface ExpressionTerm {
  claim: string
  operator: ExpressionOperator
  /** Without the quotes around it; a doubled quote inside is one. */
  comparand: string
}

export type ExpressionOperator = 'eq' | 'matches'

const term = /claims\['([^']+)'\] (eq|matches) '((?:[^']|'')*)'/y
const conjunction = ' and '

/**
 * Reads an expression of language version 1: terms joined by ` and `, single spaces, no `or`, `not` or parentheses.
 * Gives undefined for anything else. That a quote is escaped by doubling it is not documented (u).
 * https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials
 */
export function parseExpression(text: string): ExpressionTerm[] | undefined {
  const terms: ExpressionTerm[] = []
  let at = 0
  for (;;) {
    term.lastIndex = at
    const [whole, claim, operator, comparand] = term.exec(text) ?? []
    if (whole === undefined || claim === undefined || comparand === undefined) return undefined
    terms.push({
      claim,
      operator: operator === 'eq' ? 'eq' : 'matches',
      comparand: comparand.replaceAll("''", "'"),
    })
    at += whole.length
    if (at === text.length) return terms
    if (!text.startsWith(conjunction, at)) return undefined
    at += conjunction.length
  }
}
