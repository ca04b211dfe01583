import type { Expression, ExpressionTerm } from './expression.ts'
import { evaluateExpression } from './evaluate-expression.ts'

export type ExampleClaims = Readonly<Record<string, string>>

export interface ExpressionExamples {
  readonly matching: readonly ExampleClaims[]
  /** Near misses: claims that look alike and stay out, and the claim that keeps them out. */
  readonly others: readonly { readonly claims: ExampleClaims; readonly because: string }[]
}

/** What a wildcard could stand for after these words. */
const samples: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/refs\/heads\/$/, ['main', 'feature/checkout']],
  [/refs\/tags\/$/, ['v1.4.0', 'v2.0.0-rc.1']],
  [/environment:$/, ['production', 'staging']],
  [/run_phase:$/, ['plan', 'apply']],
  [/:ref:$/, ['main', 'feature/checkout']],
  [/:project:$/, ['Shop', 'Default Project']],
  [/workspace:$/, ['network', 'shop']],
  [/\/$/, ['pay-api', 'web']],
]

/** What a last wildcard could stand for: the rest of such a claim as its platform writes it. */
const ends: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/^repo:[^:]+:$/, ['ref:refs/heads/main', 'environment:production']],
  [/^repo:[^/:]+\/$/, ['pay-api:ref:refs/heads/main', 'web:environment:production']],
  [/^project_(?:path|id):[^:]+:$/, ['ref_type:branch:ref:main', 'ref_type:tag:ref:v1.4.0']],
  [/^project_path:[^:]+\/$/, ['pay-api:ref_type:branch:ref:main', 'web:ref_type:tag:ref:v1.4.0']],
  [
    /^organization:[^:]+:$/,
    ['project:Shop:workspace:network:run_phase:plan', 'project:Shop:workspace:shop:run_phase:apply'],
  ],
  [
    /^organization:[^:]+:project:[^:]+:$/,
    ['workspace:network:run_phase:plan', 'workspace:shop:run_phase:apply'],
  ],
  [
    /^[^/:]+\/$/,
    [
      'workflows/.github/workflows/deploy.yml@refs/heads/main',
      'web/.github/workflows/ci.yml@refs/heads/main',
    ],
  ],
]

/** Claims that would match, and near misses that would not. Each is checked by the evaluator before it is shown. */
export function expressionExamples(expression: Expression): ExpressionExamples {
  const [first, second] = [claimsOf(expression, 0), claimsOf(expression, 1)]
  const matching = [first, second].filter(
    (claims, index, all) =>
      evaluateExpression(expression, claims).matches &&
      all.findIndex((other) => JSON.stringify(other) === JSON.stringify(claims)) === index,
  )
  const others = expression.terms.flatMap((term) =>
    nearMisses(term, first[term.claim] ?? '').flatMap((value) => {
      const claims = { ...first, [term.claim]: value }
      return evaluateExpression(expression, claims).matches ? [] : [{ claims, because: term.claim }]
    }),
  )
  return { matching, others }
}

function claimsOf({ terms }: Expression, choice: 0 | 1): ExampleClaims {
  return Object.fromEntries(terms.map((term) => [term.claim, filled(term, choice)]))
}

function filled({ operator, comparand }: ExpressionTerm, choice: 0 | 1): string {
  if (operator === 'eq') return comparand
  const characters = Array.from(comparand)
  return characters.reduce((text, character, at) => {
    if (character === '?') return `${text}${choice === 0 ? '1' : '2'}`
    const isLast = at === characters.length - 1
    return character === '*' ? `${text}${sampleAfter(text, isLast)[choice]}` : `${text}${character}`
  }, '')
}

function sampleAfter(text: string, isLast: boolean): readonly [string, string] {
  const known = isLast ? [...ends, ...samples] : samples
  return known.find(([before]) => before.test(text))?.[1] ?? ['one', 'two']
}

/** Another number; another owner, a workload with a name that looks alike, another kind of run, another capital, something around it. */
function nearMisses({ comparand }: ExpressionTerm, value: string): readonly string[] {
  if (/^\d+$/.test(comparand)) return [`${comparand}0`, `1${comparand}`]
  const letter = /[a-z](?=[^*?]*$)/.exec(comparand)?.[0]
  return [
    value.replace(/^(\w+:)?[^/:]+([/:])/, '$1fabrikam$2'),
    value.replace(/(\/[^/:]+)(?=:)/, '$1-copy'),
    value.replace(/:(?:ref|environment|ref_type):.*$/, ':pull_request'),
    ...(letter === undefined ? [] : [value.replace(/[a-z](?=[^a-z]*$)/, (found) => found.toUpperCase())]),
    `${value}-other`,
    `other-${value}`,
  ].filter((miss, index, all) => miss !== value && all.indexOf(miss) === index)
}
