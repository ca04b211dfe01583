import type { Cause, CauseFamily } from '../diagnosis/cause.ts'
import { type CauseCode, causeCodes, type CauseFact, causeFacts } from '../diagnosis/codes.ts'
import { markdownTable } from './markdown-table.ts'
import { judged, misconfigurations, type Misconfiguration } from './misconfigurations.ts'

const introduction = `# What is diagnosed, where, and what it does not prove

One engine (\`packages/federation\`) judges at five places: while a trust is typed (\`checkTrust\`), by reading its issuer
(\`judgeProbe\`), before and after a write (\`judgeWrite\`), beside a token (\`compareToken\`), and from the text of a failure
(\`explainError\`). Forms, the doctor, \`POST /api/preflight\`, \`POST /api/issuers/probe\` and \`POST /api/diagnoses\` all use it.

A cause is \`block\`, \`warn\` or \`info\`, and \`certain\`, \`likely\` or \`possible\`. A trust that is certain never to match, and that Azure would
store without a word, is stored only by who insists: \`acceptRisks\` with the codes of the causes, which the audit record keeps.

This page is kept true by \`packages/federation/src/diagnosis/diagnosis-page.test.ts\`; \`vitest run --project federation -u\` writes it anew.
`

type Via = Misconfiguration['inputs'][number]['via']

/** Earliest first. */
const places: readonly Via[] = ['draft', 'probe', 'preflight', 'token', 'error']
const placeWords: Readonly<Record<Via, string>> = {
  draft: 'while typing',
  probe: 'reading the issuer',
  preflight: 'before or at the write',
  token: 'beside a token',
  error: 'from the failure',
}

/** Why some cases of a family are known only once a token or a failure is there. */
const whyLate: Readonly<Record<CauseFamily, string>> = {
  issuer: 'Only a token shows which issuer a platform of the person’s own puts into it.',
  subject_case: 'Nobody but the platform knows its letters; where it tells none, a token or a failure does.',
  subject_entity: 'Which of the subjects a run carries is decided by the run: its trigger, its environment.',
  wildcard: 'The text of the failure is all that is at hand.',
  subject_format: 'A template that the platform does not show is seen first in a token.',
  kubernetes_subject: 'Which service account a pod runs as is known in its cluster alone.',
  generated_subject: 'The platform makes up the subject, and tells it in a token.',
  audience: 'The workload asks for the audience, in its own configuration.',
  issuer_unreachable: 'What Entra’s own fetch met is in its answer alone.',
  time: 'Times are of one token, and over once the next one is issued.',
  propagation: 'Azure shows no state of spreading; a failure beside equal values is its only sign.',
  tenant_policy: 'Policies over sign-ins are not readable with the rights that the portal asks for.',
  wrong_identity: 'Which client ID a workload sends is in its own configuration.',
  plumbing: 'The fault is in the pipeline or tool, which nobody but its log shows.',
  write_failure: 'The tool that wrote is another one; its log is all that is at hand.',
  authorization: 'The sign-in worked. What is refused shows where the access is used.',
}

interface Row {
  readonly id: string
  readonly title: string
  readonly family: CauseFamily
  /** Null: at no place. */
  readonly place: Via | null
  readonly first: Cause | null
}

const rows: readonly Row[] = misconfigurations.map(({ id, title, expect: { family }, inputs }) => {
  for (const place of places) {
    for (const input of inputs.filter(({ via }) => via === place)) {
      const [first] = judged(input).causes
      if (first !== undefined && first.family === (input.expectFamily ?? family))
        return { id, title, family, place, first }
    }
  }
  return { id, title, family, place: null, first: null }
})

/** Cases that the engine names at no place. */
export const undetected: readonly string[] = rows.filter(({ place }) => place === null).map(({ id }) => id)

/** The page `docs/diagnosis.md`. */
export function diagnosisPage(): string {
  return [introduction, casesPart(), latePart(), codesPart()].join('\n')
}

function casesPart(): string {
  const counts = places.map(
    (place) => `${rows.filter((row) => row.place === place).length} ${placeWords[place]}`,
  )
  const lines = rows.map(({ id, title, place, first }) => {
    const result =
      first === null ? 'not detected' : `\`${first.code}\`, ${first.severity}, ${first.certainty}`
    return [id, title, place === null ? '–' : placeWords[place], result]
  })
  return `## Real mistakes

${rows.length} mistakes from public reports, with made-up names. Known at the earliest: ${counts.join(', ')}.
**Not detected: ${undetected.length}.** “While typing” holds as far as the platform tells its facts: of a private repository that GitHub does not
show to the person, letters and IDs stay unknown, and nothing is claimed about them.

${markdownTable(['Case', 'Mistake', 'Earliest place', 'First cause'], lines)}
`
}

function latePart(): string {
  const late = rows.filter(({ place }) => place === 'token' || place === 'error')
  const lines = [...Map.groupBy(late, ({ family }) => family)].map(([family, of]) => [
    `\`${family}\``,
    of.map(({ id }) => id).join(', '),
    whyLate[family],
  ])
  return `## Not known before a token or a failure

${late.length} of the ${rows.length}, with the reason:

${markdownTable(['Family', 'Cases', 'Why not earlier'], lines)}
`
}

function codesPart(): string {
  const lines = causeCodes.map((code: CauseCode) => {
    const { family, means, doesNotProve }: CauseFact = causeFacts[code]
    return [`\`${code}\``, `\`${family}\``, means, doesNotProve ?? '–']
  })
  return `## Codes

The list is closed: ${causeCodes.length} codes.

${markdownTable(['Code', 'Family', 'Means', 'Does not prove'], lines)}
`
}
