import type { Finding } from '../finding.ts'
import { csvLine } from './csv-line.ts'

const columns: readonly (readonly [string, (finding: Finding, origin: string) => string])[] = [
  ['severity', ({ severity }) => severity],
  ['rule', ({ rule }) => rule],
  ['title', ({ title }) => title],
  ['identity', ({ parentName }) => parentName],
  ['kind', ({ parentKind }) => parentKind ?? ''],
  ['trust', ({ trustName }) => trustName ?? ''],
  ['issuer', ({ issuer }) => issuer ?? ''],
  ['subject', ({ subject }) => subject ?? ''],
  ['effect', ({ text }) => text],
  ['why', ({ because }) => because],
  ['evidence', ({ evidence }) => evidence],
  ['fix', ({ fix }) => fix.text],
  ['docs', ({ docs }, origin) => `${origin}${docs}`],
  ['identityKey', ({ parentKey }) => parentKey],
  ['trustKey', ({ trustKey }) => trustKey ?? ''],
]

/** Findings as CSV (RFC 4180), in the order given. `origin`: of the portal, before the paths of its pages. */
export function findingsCsv(findings: readonly Finding[], origin = ''): string {
  return `${findingsCsvHead()}${findingsCsvRows(findings, origin)}`
}

/** The first line alone, for a file that is written in parts. */
export function findingsCsvHead(): string {
  return csvLine(columns.map(([name]) => name))
}

export function findingsCsvRows(findings: readonly Finding[], origin = ''): string {
  return findings.map((finding) => csvLine(columns.map(([, read]) => read(finding, origin)))).join('')
}
