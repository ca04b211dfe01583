import { zodResolver } from '@hookform/resolvers/zod'
import { checkExpression } from '@trustwright/federation'
import { Audience, Description, Expression, Issuer, TrustName } from '@trustwright/shared-schemas'
import type { Resolver } from 'react-hook-form'
import * as z from 'zod'
import { classicTrusts, listedValues, wildcardsOf } from './classic-list.ts'
import { listName, readPattern, type PatternFormValues } from './pattern-form.ts'
import type { PatternWay } from './pattern-way.ts'

export interface PatternIssue {
  readonly path: readonly (string | number)[]
  readonly message: string
}

/** What keeps the form from being sent, each at its field. What concerns the whole pattern stands at `text`. */
export function patternIssues(values: PatternFormValues, way: PatternWay['way']): readonly PatternIssue[] {
  return [
    ...(values.issuerId === 'other' ? of(['otherIssuer'], Issuer, values.otherIssuer.trim()) : []),
    ...rowIssues(values),
    ...(way === 'pattern' ? expressionIssues(values) : listIssues(values)),
    ...(values.name === '' ? [] : of(['name'], TrustName, values.name)),
    ...of(['audience'], Audience, values.audience),
    ...of(['description'], Description, values.description),
  ]
}

/** Tells the form which fields need a change for what it will store. */
export function patternResolver(
  wayNow: (values: PatternFormValues) => PatternWay,
): Resolver<PatternFormValues> {
  const schema = z.custom<PatternFormValues>().superRefine((values, context) => {
    for (const { path, message } of patternIssues(values, wayNow(values).way))
      context.addIssue({ code: 'custom', path: [...path], message })
  })
  return zodResolver(schema, undefined, { raw: true })
}

function rowIssues({ view, rows }: PatternFormValues): PatternIssue[] {
  if (view === 'text') return []
  return rows.flatMap(({ claim, operator, value }, at) => [
    ...(claim === '' ? [{ path: ['rows', at, 'claim'], message: 'Choose the claim to look at.' }] : []),
    ...(operator === '' ? [{ path: ['rows', at, 'operator'], message: 'Choose how it compares.' }] : []),
    ...(value === '' ? [{ path: ['rows', at, 'value'], message: `Write what ${claim || 'it'} holds.` }] : []),
  ])
}

function expressionIssues(values: PatternFormValues): PatternIssue[] {
  const { issuer, text, expression, problem } = readPattern(values)
  if (problem !== null) return [unreadable(problem)]
  if (expression === null) return []
  const refused = checkExpression(issuer, text).filter(
    ({ severity, code }) => severity === 'block' && code !== 'expression-issuer',
  )
  const long = Expression.safeParse(text).error?.issues.map(({ message }) => message) ?? []
  const messages = [...refused.map(({ text, fix }) => `${text} ${fix}`), ...long]
  return messages.length === 0 ? [] : [{ path: ['text'], message: messages.join(' ') }]
}

function listIssues(values: PatternFormValues): PatternIssue[] {
  const { issuer, expression, problem } = readPattern(values)
  if (problem !== null) return [unreadable(problem)]
  if (expression === null) return []
  const name = values.name === '' ? listName : values.name
  const { refused } = classicTrusts({ ...values, issuer, name, expression })
  if (refused === null) return []
  const wildcards = wildcardsOf(expression)
  if (wildcards.length === 0) return [{ path: ['text'], message: refused }]
  const empty = wildcards.findIndex((_, at) => listedValues(values.wildcards[at] ?? '').length === 0)
  return [{ path: ['wildcards', Math.max(0, empty)], message: refused }]
}

/** Positions are counted from 1, as a person counts. */
export function unreadable(problem: { position: number; text: string; fix: string }): PatternIssue {
  return { path: ['text'], message: `At character ${problem.position + 1}: ${problem.text} ${problem.fix}` }
}

function of(path: string[], schema: z.ZodType, value: unknown): PatternIssue[] {
  const issue = schema.safeParse(value).error?.issues[0]
  return issue === undefined ? [] : [{ path, message: issue.message }]
}
