import type { Expression, ExpressionTerm } from './expression.ts'
import { matchesPattern } from './match-pattern.ts'
import { type Breadth, reachOf } from './reach.ts'

export interface ExpressionExplanation {
  readonly breadth: Breadth
  /** Who gets in, then what each term asks for, then what is easily overlooked. */
  readonly sentences: readonly string[]
}

const githubKinds = [
  ['pull_request', 'any pull request, before anybody reviewed it'],
  ['ref:refs/heads/zz-any-branch', 'any branch, which everyone with write access can create'],
  ['ref:refs/tags/zz-any-tag', 'any tag'],
  ['environment:zz-any-environment', 'any environment, also new ones without reviewers'],
] as const

/** An expression in a person's words. For an issuer that Azure takes no expressions of, it says so first. */
export function explainExpression(issuer: string, expression: Expression): ExpressionExplanation {
  const { breadth, text } = reachOf(issuer, expression)
  const included = includedRuns(expression)
  return {
    breadth,
    sentences: [
      text,
      ...expression.terms.map(termWords),
      ...(included.length === 0 ? [] : [`This includes ${included.join('; ')}.`]),
      ...callerNote(expression),
    ],
  }
}

function termWords({ claim, operator, comparand }: ExpressionTerm): string {
  if (operator === 'eq' || !/[*?]/.test(comparand)) return `${claim} is exactly ${comparand}.`
  if (/^\*+$/.test(comparand)) return `${claim} may hold anything.`
  if (comparand.includes('?')) return `${claim} has the form ${comparand}, where ${marksOf(comparand)}.`
  const parts = comparand.split(/\*+/)
  const start = parts[0] ?? ''
  const end = parts.at(-1) ?? ''
  const middle = parts.slice(1, -1).filter((part) => part !== '')
  const words = [
    ...(start === '' ? [] : [`starts with ${start}`]),
    ...(middle.length === 0 ? [] : [`${start === '' ? '' : 'then '}holds ${middle.join(', then ')}`]),
    ...(end === '' ? [] : [`ends with ${end}`]),
  ]
  return `${claim} ${words.join(' and ')}.`
}

function marksOf(pattern: string): string {
  const one = 'each ? is one character'
  return pattern.includes('*') ? `${one} and each * any run of them` : one
}

/** Kinds of GitHub runs that a pattern of subjects takes whole. */
function includedRuns({ terms }: Expression): readonly string[] {
  const subjects = terms.filter(({ claim, comparand }) => claim === 'sub' && comparand.startsWith('repo:'))
  const [first] = subjects
  if (first === undefined || subjects.some(({ operator }) => operator === 'eq')) return []
  const head = /^repo:[^:]*:/.exec(first.comparand)?.[0] ?? `${first.comparand}:`
  const repository = head.replaceAll(/[*?]/g, 'x')
  return githubKinds.flatMap(([end, words]) =>
    subjects.every(({ comparand }) => matchesPattern(comparand, `${repository}${end}`)) ? [words] : [],
  )
}

function callerNote({ terms }: Expression): readonly string[] {
  if (!terms.some(({ claim }) => claim === 'job_workflow_ref')) return []
  return ['The subject is that of the calling repository; job_workflow_ref names the called workflow.']
}
