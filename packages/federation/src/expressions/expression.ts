export const expressionOperators = ['eq', 'matches'] as const
export type ExpressionOperator = (typeof expressionOperators)[number]

/** `claims['sub'] matches 'repo:contoso/*'`: `comparand` without its quotes, doubled ones already read as one. */
export interface ExpressionTerm {
  readonly claim: string
  readonly operator: ExpressionOperator
  readonly comparand: string
}

/** All terms have to hold: the language knows `and` alone. */
export interface Expression {
  readonly terms: readonly ExpressionTerm[]
}

/** Where a text stops being an expression. `position` counts UTF-16 units from 0, as a text field selects them. */
export interface ExpressionProblem {
  readonly position: number
  readonly text: string
  readonly fix: string
}

export type ParsedExpression =
  | { readonly expression: Expression; readonly problem: null }
  | { readonly expression: null; readonly problem: ExpressionProblem }

/** The one language version that Azure knows: it is stored beside the text. */
export const expressionLanguageVersion = 1

/** The text that `parseExpression` reads as these terms. */
export function writeExpression({ terms }: Expression): string {
  return terms
    .map(
      ({ claim, operator, comparand }) =>
        `claims['${claim}'] ${operator} '${comparand.replaceAll("'", "''")}'`,
    )
    .join(' and ')
}
