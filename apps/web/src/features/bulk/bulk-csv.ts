import type { SetUpItemProgress, SetUpParent, SetUpStep } from '@trustwright/shared-schemas'
import Papa from 'papaparse'
import type { RowProblem } from './bulk-row.ts'
import type { RefusedRowPlan } from './spread-rows.ts'

/** Rows that need a change, as they stood, with the reason behind: mended, the file can be read in again. */
export function refusedCsv(columns: readonly string[], refused: readonly RefusedRowPlan[]): string {
  const data = refused.map(({ row, problems }) => [
    ...columns.map((_, index) => row.cells[index] ?? ''),
    ...row.cells.slice(columns.length),
    String(row.number),
    problems.map(reason).join(' '),
  ])
  return toCsv([...columns, 'row', 'problem'], data)
}

function reason({ field, message }: RowProblem): string {
  return field === '' ? message : `${field}: ${message}`
}

const resultColumns = [
  'row',
  'identity',
  'kind',
  'name',
  'result',
  'code',
  'detail',
  'nextStep',
  'finishedAt',
  'clientId',
]

/** Every step of a run with how it ended. */
export function resultCsv(items: readonly SetUpItemProgress[]): string {
  const data = items.flatMap(({ key, parent, steps }) =>
    steps.map((step) => [
      key,
      nameOfSetUpParent(parent),
      step.kind,
      step.name,
      step.state,
      step.code ?? '',
      step.detail ?? '',
      step.nextStep ?? '',
      step.finishedAt ?? '',
      clientIdOf(parent, step),
    ]),
  )
  return toCsv(resultColumns, data)
}

function clientIdOf(parent: SetUpParent, { result }: SetUpStep): string {
  return result?.['clientId'] ?? (parent.kind === 'application' ? parent.appId : '')
}

/** For a line of a list. */
export function nameOfSetUpParent(parent: SetUpParent): string {
  if (parent.kind === 'application') return parent.appId
  return parent.kind === 'newApplication' ? parent.displayName : parent.identityName
}

/**
 * RFC 4180. A value that a spreadsheet would run as a formula gets a `'` in front:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function toCsv(fields: readonly string[], data: readonly (readonly string[])[]): string {
  return Papa.unparse(
    { fields: [...fields], data: data.map((row) => [...row]) },
    { escapeFormulae: true, newline: '\r\n' },
  )
}
