import { expressionIssuerOf, parseExpression, type Cloud } from '@trustwright/federation'
import { choiceOf } from './pattern-issuers.ts'
import { emptyPatternForm, rowsOf, startRows, type PatternFormValues } from './pattern-form.ts'

export interface PatternSearchValues {
  readonly issuer?: string | undefined
  readonly subject?: string | undefined
  readonly expression?: string | undefined
  readonly name?: string | undefined
  readonly audience?: string | undefined
}

/**
 * The form as a link fills it: a whole pattern, or the subject that it starts from. A pattern that cannot be read stays
 * as text, so that nothing of it is lost.
 */
export function patternPrefill(search: PatternSearchValues, cloud: Cloud): PatternFormValues {
  const empty = emptyPatternForm(cloud)
  const issuer = search.issuer ?? ''
  const choice = issuer === '' ? {} : choiceOf(issuer)
  const given = {
    ...empty,
    ...choice,
    name: search.name ?? '',
    audience: search.audience ?? empty.audience,
  }
  const { expression: text, subject = '' } = search
  if (text !== undefined) {
    const { expression } = parseExpression(text)
    if (expression === null) return { ...given, view: 'text', text }
    return { ...given, rows: rowsOf(expression), text }
  }
  return { ...given, rows: startRowsWith(issuer === '' ? null : issuer, subject) ?? given.rows }
}

function startRowsWith(issuer: string | null, subject: string): PatternFormValues['rows'] | null {
  if (issuer === null && subject === '') return null
  const rows = startRows(issuer ?? 'https://token.actions.githubusercontent.com')
  return rows
    .filter(({ claim }) => claim === 'sub' || expressionIssuerOf(issuer ?? '') !== null || issuer === null)
    .map((row) => (row.claim === 'sub' ? { ...row, value: subject } : row))
}
