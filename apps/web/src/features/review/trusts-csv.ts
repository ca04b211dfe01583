import Papa from 'papaparse'
import type { ReviewRow } from '../../components/inventory/review-row.ts'

const columns: readonly (readonly [string, (row: ReviewRow) => string])[] = [
  ['platform', ({ words }) => words.platform],
  ['workload', ({ words }) => words.workload],
  ['qualifier', ({ words }) => words.qualifier ?? ''],
  ['issuer', ({ trust }) => trust.issuer],
  ['subject', ({ trust }) => trust.subject ?? ''],
  ['expression', ({ trust }) => trust.expression ?? ''],
  ['audiences', ({ trust }) => trust.audiences.join(' ')],
  ['description', ({ trust }) => trust.description ?? ''],
  ['name', ({ trust }) => trust.name],
  ['kind', ({ trust }) => trust.parent.kind],
  ['identity', ({ identityName }) => identityName],
  ['appId', ({ appId }) => appId ?? ''],
  ['resourceGroup', ({ resourceGroup }) => resourceGroup],
  ['subscription', ({ subscriptionName }) => subscriptionName],
  ['subscriptionId', ({ subscriptionId }) => subscriptionId],
  ['location', ({ location }) => location],
  ['createdAt', ({ trust }) => trust.createdAt ?? ''],
  ['firstSeenAt', ({ trust }) => trust.firstSeenAt ?? ''],
  ['checkedAt', ({ trust }) => trust.checked?.at ?? ''],
  ['matchedAt', ({ trust }) => trust.matched?.at ?? ''],
  ['matchedBy', ({ trust }) => trust.matched?.means ?? ''],
  ['seenAt', ({ trust }) => trust.seen?.at ?? ''],
  ['seenBy', ({ trust }) => trust.seen?.means ?? ''],
  ['oddities', ({ trust }) => trust.oddities.join(' ')],
  ['resourceId', ({ trust }) => trust.resourceId],
]

/**
 * Rows as CSV (RFC 4180), in the order given. A value that a spreadsheet would run as a formula gets a `'` in front:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function trustsCsv(rows: readonly ReviewRow[]): string {
  return Papa.unparse(
    { fields: columns.map(([name]) => name), data: rows.map((row) => columns.map(([, read]) => read(row))) },
    { escapeFormulae: true, newline: '\r\n' },
  )
}
