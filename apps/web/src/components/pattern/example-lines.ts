import { expressionExamples, type ExampleClaims, type Expression } from '@trustwright/federation'

export interface ExampleLine {
  readonly claim: string
  readonly value: string
}

export interface ExampleLines {
  readonly matching: readonly ExampleLine[]
  readonly others: readonly ExampleLine[]
  /** Claims that are compared as a whole: every example has them. */
  readonly always: readonly ExampleLine[]
}

/** Near misses of one claim; more say nothing new. */
const mostOfClaim = 4

/** Examples with the one claim that tells them apart; what all have in common is said once. */
export function exampleLines(expression: Expression): ExampleLines {
  const { matching, others } = expressionExamples(expression)
  const varied = new Set(
    expression.terms.flatMap(({ claim, operator }) => (operator === 'matches' ? [claim] : [])),
  )
  const [first] = matching
  const shown = varied.size === 0 && first !== undefined ? new Set(Object.keys(first).slice(0, 1)) : varied
  return {
    matching: eachOnce(matching.flatMap((claims) => linesOf(claims, shown))),
    others: fewOfEach(
      eachOnce(others.map(({ claims, because }) => ({ claim: because, value: claims[because] ?? '' }))),
    ),
    always:
      first === undefined ? [] : linesOf(first, new Set(Object.keys(first).filter((c) => !shown.has(c)))),
  }
}

function linesOf(claims: ExampleClaims, wanted: ReadonlySet<string>): ExampleLine[] {
  return Object.entries(claims).flatMap(([claim, value]) => (wanted.has(claim) ? [{ claim, value }] : []))
}

function eachOnce(lines: readonly ExampleLine[]): readonly ExampleLine[] {
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()]
}

function fewOfEach(lines: readonly ExampleLine[]): readonly ExampleLine[] {
  return lines.filter(
    ({ claim }, at) => lines.slice(0, at).filter((before) => before.claim === claim).length < mostOfClaim,
  )
}
