import Papa from 'papaparse'
import type { HandedRow } from '../../components/set-up/bulk-hand-over.ts'
import { emptyBulk, type BulkValues } from './bulk-form.ts'

const columns = [
  'name',
  'repository',
  'environment',
  'branch',
  'tag',
  'pullRequest',
  'issuer',
  'subject',
  'audience',
  'description',
  'identity',
] as const

/** The page with the rows of another one as its table; columns that no row fills are left out. */
export function bulkOfRows(rows: readonly HandedRow[]): BulkValues {
  const used = columns.filter((column) => rows.some((row) => (row[column] ?? '') !== ''))
  const text = Papa.unparse(
    { fields: [...used], data: rows.map((row) => used.map((column) => row[column] ?? '')) },
    { newline: '\n' },
  )
  return { ...emptyBulk, source: 'table', text }
}
