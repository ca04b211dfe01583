import { holdsUnseen } from '@trustwright/shared-schemas'
import { type Cause, type CauseField, causeOf } from '../../cause.ts'
import type { CauseCode } from '../../codes.ts'
import type { DraftRule } from '../../draft-view.ts'
import { quoted } from '../../letters.ts'

/**
 * White space around a value, characters nobody sees, quotes that belong to a file, and placeholders that a script did not
 * fill. All are stored as they are. https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export const strayCharacters: DraftRule = ({ issuer, subject, audience }) => [
  ...stray('issuer', issuer, 'issuer-white-space'),
  ...stray('subject', subject, 'subject-white-space'),
  ...stray('audience', audience, 'audience-near-miss'),
  ...placeholder('issuer', issuer, 'issuer-placeholder'),
  ...placeholder('subject', subject, 'subject-placeholder'),
]

function stray(field: CauseField, value: string, code: CauseCode): Cause[] {
  const found = strayIn(value)
  if (found === null) return []
  const clean = cleaned(value)
  return [
    causeOf(code, {
      severity: 'block',
      certainty: 'certain',
      field,
      text: `No token would match: the ${field} ${found}, and Azure compares every character.`,
      evidence: JSON.stringify(quoted(value)),
      fix: `Remove it: the ${field} is ${quoted(clean)}`,
      action: { kind: 'set', field, value: clean },
    }),
  ]
}

function strayIn(value: string): string | null {
  if (value.trim() === '') return null
  if (value !== value.trim()) return `${value.trimStart() === value ? 'ends' : 'starts'} with white space`
  if (/\p{Cc}/u.test(value)) return 'holds a line break or another control character'
  if (holdsUnseen(value)) return 'holds a character that cannot be seen'
  if (/^(["'`“‘]).*["'`”’]$/s.test(value)) return 'stands in quotes that belong to a file or command'
  return null
}

function cleaned(value: string): string {
  return value
    .replaceAll(/[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/gu, '')
    .trim()
    .replace(/^(["'`“‘])(.*)["'`”’]$/s, '$2')
}

/** Forms of scripts, templates and manuals: `${…}`, `$(…)`, `{{…}}`, `<your-org>`, `{tenant-id}`. */
const placeholders =
  /\$\{\{[^{}]{1,80}\}\}|\$\{[^{}]{1,80}\}|\$\([^()]{1,80}\)|\{\{[^{}]{1,80}\}\}|<[A-Za-z][A-Za-z0-9 _-]{2,60}>|\{[A-Za-z][A-Za-z0-9 _-]{2,40}\}|\(known after apply\)|\[object Object\]/

function placeholder(field: CauseField, value: string, code: CauseCode): Cause[] {
  const found = placeholders.exec(value)?.[0] ?? unfilled(value)
  if (found === undefined) return []
  return [
    causeOf(code, {
      severity: 'warn',
      certainty: 'likely',
      field,
      text: `No token likely matches: ${found} looks like a placeholder that was not filled in.`,
      evidence: quoted(value),
      fix: `Put the real value in the place of ${found}, as “${field === 'issuer' ? 'iss' : 'sub'}” of a token has it.`,
    }),
  ]
}

function unfilled(value: string): string | undefined {
  return /^(?:null|undefined|none|nil|true|false|TODO|changeme|<nil>)$/i.exec(value.trim())?.[0]
}
