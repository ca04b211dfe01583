import { holdsToken } from '@trustwright/shared-schemas'
import { claimLabels } from '../../components/diagnosis/alignment-words.ts'
import type { Checked } from './checked.ts'
import type { Examination } from './examine.ts'

interface BundleInput {
  readonly found: Examination
  readonly checked: readonly Checked[]
  /** ISO 8601. */
  readonly at: string
  readonly tenantId: string | null
}

/**
 * What to hand to whoever helps: what was found and with which values, as plain text. It is built from what was understood,
 * never from what was pasted, and a line that looks like a token is left out.
 */
export function supportBundle({ found, checked, at, tenantId }: BundleInput): string {
  const { error, presented, causes, matching, nearest } = found
  const lines = [
    'Trustwright doctor',
    `Time: ${at}`,
    ...(tenantId === null ? [] : [`Tenant: ${tenantId}`]),
    ...(error === null ? [] : [`Code: ${error.code ?? 'none'}`, `Failed at: ${error.phase ?? 'not known'}`]),
    '',
    'What the workload showed',
    `  issuer: ${presented?.issuer ?? 'not in the text'}`,
    `  subject: ${presented?.subject ?? 'not in the text'}`,
    `  audience: ${presented?.audiences?.join(', ') ?? 'not in the text'}`,
    '',
    'Causes, best first',
    ...causes
      .slice(0, 6)
      .flatMap(({ code, certainty, text, evidence, fix }) => [
        `  ${code} (${certainty})`,
        `    ${text}`,
        `    seen: ${evidence}`,
        `    do: ${fix}`,
      ]),
    ...(causes.length === 0 ? ['  none'] : []),
    '',
    matching.length > 0 ? 'Trusts that fit' : 'Nearest trusts',
    ...matching.slice(0, 3).map(({ name = '', parentName }) => `  ${name} on ${parentName}`),
    ...nearest.flatMap(({ trust: { name = '', parentName }, differences }) => [
      `  ${name} on ${parentName}`,
      ...differences.map(
        ({ claim, trust, token }) =>
          `    ${claimLabels[claim]}: trust ${trust || 'none'} | token ${token || 'none'}`,
      ),
    ]),
    ...(matching.length + nearest.length === 0 ? ['  none'] : []),
    '',
    'Checked',
    ...linesOf(checked.filter(({ state }) => state !== 'unknown')),
    '',
    'Not checked',
    ...linesOf(checked.filter(({ state }) => state === 'unknown')),
  ]
  return lines
    .flatMap((line) => line.split('\n'))
    .map(withoutToken)
    .join('\n')
}

function linesOf(facts: readonly Checked[]): readonly string[] {
  return facts.length === 0 ? ['  nothing'] : facts.map(({ what, words }) => `  ${what}: ${words}`)
}

function withoutToken(line: string): string {
  return holdsToken(line.replace(/\s/g, '')) ? '  (left out: it looks like a token)' : line
}
