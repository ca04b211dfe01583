import {
  defaultAudience,
  expressionIssuerOf,
  parseExpression,
  writeExpression,
  type Cloud,
  type Expression,
  type ExpressionOperator,
  type ExpressionProblem,
} from '@trustwright/federation'
import { issuerOf, type IssuerId } from './pattern-issuers.ts'

/** One term as the form asks for it. */
export interface TermRow {
  claim: string
  /** Empty: not chosen yet. */
  operator: ExpressionOperator | ''
  value: string
}

/** The builder as it is on the screen. */
export interface PatternFormValues {
  issuerId: IssuerId
  otherIssuer: string
  /** Which of the two that follow holds the truth. */
  view: 'rows' | 'text'
  rows: TermRow[]
  text: string
  /** What to store, where there is a choice. */
  way: 'pattern' | 'list'
  /** What each wildcard stands for, one value a line or parted by commas. For exact trusts only. */
  wildcards: string[]
  /** Empty stands for the proposal. */
  name: string
  audience: string
  description: string
}

export interface PatternReading {
  readonly issuer: string
  readonly text: string
  /** Null while a term is incomplete or the text cannot be read. */
  readonly expression: Expression | null
  /** Where the text goes wrong; only a typed text can. */
  readonly problem: ExpressionProblem | null
}

/** The builder before anything is typed: the terms that the issuer asks for, without values. */
export function emptyPatternForm(cloud: Cloud): PatternFormValues {
  const issuer = issuerOf({ issuerId: 'github', otherIssuer: '' })
  return {
    issuerId: 'github',
    otherIssuer: '',
    view: 'rows',
    rows: startRows(issuer),
    text: '',
    way: 'pattern',
    wildcards: [],
    name: '',
    audience: defaultAudience(cloud),
    description: '',
  }
}

/** The subject by pattern, and the first claim of each further requirement. */
export function startRows(issuer: string): TermRow[] {
  const required = expressionIssuerOf(issuer)?.required ?? []
  const further = required.flatMap(({ anyOf, severity }) => (severity === 'block' ? anyOf.slice(0, 1) : []))
  const claims = [...new Set(['sub', ...further])]
  return claims.map((claim) => ({ claim, operator: claim === 'sub' ? 'matches' : 'eq', value: '' }))
}

/** What the form says now, whichever way it is written. */
export function readPattern(values: PatternFormValues): PatternReading {
  const issuer = issuerOf(values)
  if (values.view === 'text') return { issuer, text: values.text, ...parseExpression(values.text) }
  const terms = values.rows.flatMap(({ claim, operator, value }) =>
    claim === '' || operator === '' || value === '' ? [] : [{ claim, operator, comparand: value }],
  )
  const complete = terms.length > 0 && terms.length === values.rows.length
  return { issuer, text: writeExpression({ terms }), expression: complete ? { terms } : null, problem: null }
}

/** The terms of an expression as rows to edit. */
export function rowsOf({ terms }: Expression): TermRow[] {
  return terms.map(({ claim, operator, comparand }) => ({ claim, operator, value: comparand }))
}

/** Operators that the issuer takes for a claim; both where nothing is known of it. */
export function operatorsOf(issuer: string, claim: string): readonly ExpressionOperator[] {
  const claims = expressionIssuerOf(issuer)?.claims ?? {}
  return (Object.hasOwn(claims, claim) ? claims[claim] : undefined) ?? ['eq', 'matches']
}

/** Claims to choose from: those that Azure takes of the issuer, and one that a term has already. */
export function claimChoices(issuer: string, current: string): readonly { value: string; label: string }[] {
  const known = Object.keys(expressionIssuerOf(issuer)?.claims ?? { sub: [] })
  const list = known.map((claim) => ({ value: claim, label: claim }))
  if (current === '' || known.includes(current)) return list
  return [...list, { value: current, label: `${current} (Azure does not take it)` }]
}

export interface MissingClaim {
  readonly anyOf: readonly string[]
  readonly severity: 'block' | 'warn'
  readonly why: string
}

/** Claims that the issuer's patterns need and these rows lack. */
export function missingClaims(issuer: string, rows: readonly TermRow[]): readonly MissingClaim[] {
  const has = new Set(rows.map(({ claim }) => claim))
  const subject = rows.find(({ claim }) => claim === 'sub')?.value ?? ''
  return (expressionIssuerOf(issuer)?.required ?? []).filter(
    ({ anyOf, exceptSubject }) =>
      !anyOf.some((claim) => has.has(claim)) &&
      (exceptSubject === undefined || !subject.startsWith(exceptSubject)),
  )
}

const commonWords = new Set(
  'repo ref refs heads tags environment organization project workspace project_path ref_type run_phase'.split(
    ' ',
  ),
)

/** Start of the names of exact trusts, which get their whole subject behind it. */
export const listName = 'exact'

/** A name made of what the subject names before its first wildcard: `pattern-contoso-pay-api`. */
export function proposedName(expression: Expression | null): string {
  const subject = expression?.terms.find(({ claim }) => claim === 'sub')
  const [start = ''] = (subject?.comparand ?? '').split(/[*?]/, 1)
  const words = start.split(/[^A-Za-z0-9_-]+/).filter((word) => word !== '' && !commonWords.has(word))
  return ['pattern', ...words]
    .join('-')
    .slice(0, 60)
    .replace(/[-_]+$/, '')
}
