import Papa from 'papaparse'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'

type Value = string | number | readonly string[] | null

/** Null is: not known. */
const fields: readonly (readonly [string, (row: ListedTrust) => Value])[] = [
  ['platform', ({ words }) => words.platform],
  ['workload', ({ words }) => words.workload],
  ['qualifier', ({ words }) => words.qualifier ?? ''],
  ['issuer', ({ trust }) => trust.issuer],
  ['subject', ({ trust }) => trust.subject ?? ''],
  ['expression', ({ trust }) => trust.expression ?? ''],
  ['audiences', ({ trust }) => trust.audiences],
  ['description', ({ trust }) => trust.description ?? ''],
  ['name', ({ trust }) => trust.name],
  ['kind', ({ trust }) => trust.parent.kind],
  ['identity', ({ identityName }) => identityName],
  ['appId', ({ appId }) => appId ?? ''],
  ['resourceGroup', ({ resourceGroup }) => resourceGroup],
  ['subscription', ({ subscriptionName }) => subscriptionName],
  ['subscriptionId', ({ subscriptionId }) => subscriptionId],
  ['location', ({ location }) => location],
  ['access', ({ access }) => access?.opened?.map(({ name, place }) => `${name} · ${place}`) ?? null],
  ['identityLastUsedAt', ({ use }) => (use === null ? null : (use.at ?? 'never'))],
  ['worstFinding', ({ mark }) => (mark === undefined ? null : (mark?.severity ?? 'none'))],
  ['openFindings', ({ mark }) => (mark === undefined ? null : (mark?.count ?? 0))],
  ['owners', ({ owners }) => owners],
  ['readAt', ({ readAt }) => readAt],
  ['createdAt', ({ trust }) => trust.createdAt ?? ''],
  ['firstSeenAt', ({ trust }) => trust.firstSeenAt ?? ''],
  ['checkedAt', ({ trust }) => trust.checked?.at ?? ''],
  ['matchedAt', ({ trust }) => trust.matched?.at ?? ''],
  ['matchedBy', ({ trust }) => trust.matched?.means ?? ''],
  ['seenAt', ({ trust }) => trust.seen?.at ?? ''],
  ['seenBy', ({ trust }) => trust.seen?.means ?? ''],
  ['oddities', ({ trust }) => trust.oddities],
  ['resourceId', ({ trust }) => trust.resourceId],
]

/**
 * Rows as CSV (RFC 4180), in the order given; several values of one field are parted by `; `, and what is not known is
 * `unknown`. A value that a spreadsheet would run as a formula gets a `'` in front:
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
export function trustsCsv(rows: readonly ListedTrust[]): string {
  return Papa.unparse(
    {
      fields: fields.map(([name]) => name),
      data: rows.map((row) => fields.map(([, read]) => csvValue(read(row)))),
    },
    { escapeFormulae: true, newline: '\r\n' },
  )
}

function csvValue(value: Value): string {
  if (value === null) return 'unknown'
  return typeof value === 'object' ? value.join('; ') : String(value)
}

/** The same rows and fields as JSON; null is: not known. */
export function trustsJson(rows: readonly ListedTrust[]): string {
  const records = rows.map((row) => Object.fromEntries(fields.map(([name, read]) => [name, read(row)])))
  return `${JSON.stringify(records, null, 2)}\n`
}
