import Papa from 'papaparse'
import type { InventoryChange } from '@trustwright/shared-schemas'
import { fieldChanges } from './field-changes.ts'
import type { Pair } from './snapshot-queries.ts'

const head = ['change', 'kind', 'key', 'name', 'field', 'before', 'after', 'by', 'at', 'source'] as const

/**
 * One line a field, in the order given. A value that a spreadsheet would run as a formula gets a `'` in front:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function changesCsv(changes: readonly InventoryChange[]): string {
  const data = changes.flatMap((change) => {
    const { key, kind, displayName, by } = change
    const fields = fieldChanges(change)
    const lines = fields.length > 0 ? fields : [{ label: '', before: '', after: '' }]
    return lines.map(({ label, before, after }) => [
      change.change,
      kind,
      key,
      displayName,
      label,
      before,
      after,
      by?.who ?? '',
      by?.at ?? '',
      by?.source ?? '',
    ])
  })
  return Papa.unparse({ fields: [...head], data }, { escapeFormulae: true, newline: '\r\n' })
}

export function changesJson({ from, to }: Pair, changes: readonly InventoryChange[]): string {
  return `${JSON.stringify({ from, to, changes }, null, 2)}\n`
}
