import { previewTrust } from '../../../preview-trust.ts'
import { rulesOfPlatform } from '../../../platform-rules.ts'
import { textOf } from '../../../model/segment.ts'
import type { PresetId } from '../../../model/preset.ts'
import { presetOf } from '../../../presets/list.ts'
import { guidPattern } from '../../../paste/values.ts'
import { recognise } from '../../../recognise.ts'
import { type Cause, causeOf } from '../../cause.ts'
import type { DraftRule, DraftView } from '../../draft-view.ts'
import type { KnownPlatform } from '../../platform-of.ts'
import { platformTitles } from '../../platform-of.ts'

/** Platforms whose documented subjects all have one of a few forms. GitHub, clusters, Entra and Azure DevOps have rules of their own. */
const presetOfPlatform: Partial<Readonly<Record<KnownPlatform, PresetId>>> = {
  gitlab: 'gitlab',
  terraform: 'hcp-terraform',
  circleci: 'circleci',
  vercel: 'vercel',
  fly: 'fly-io',
  scalr: 'scalr',
  codefresh: 'codefresh',
  semaphore: 'semaphore',
  spacelift: 'spacelift',
  google: 'google-cloud',
}

/** The subject against the forms of its platform, and what the platform's own form would block. */
export const platformForm: DraftRule = (draft) => [...unknownForm(draft), ...ownRules(draft)]

function unknownForm(draft: DraftView): Cause[] {
  const { issuerPlatform, subjectPlatform, subject } = draft
  const presetId = issuerPlatform === null ? undefined : presetOfPlatform[issuerPlatform]
  if (issuerPlatform === null || presetId === undefined || subject.trim() === '' || subject.includes('*'))
    return []
  if (subjectPlatform !== null && subjectPlatform !== issuerPlatform) return []
  const read = trimmedRead(draft)
  if (read !== null && read.presetId !== 'other-issuer') return []
  const example = exampleOf(presetId)
  return [
    causeOf('subject-form', {
      severity: 'warn',
      certainty: 'likely',
      field: 'subject',
      text: `No token likely matches: ${platformTitles[issuerPlatform]} writes its subjects in another form.`,
      evidence: `Subject: ${subject} — form: ${example}`,
      fix: `Copy “sub” from a token; the usual form is ${example}`,
    }),
  ]
}

/** White space around the subject is told by another rule. */
function trimmedRead({ rightIssuer, subject, cloud, recognised }: DraftView) {
  const trimmed = subject.trim()
  return trimmed === subject ? recognised() : recognise({ issuer: rightIssuer, subject: trimmed }, cloud)
}

/** The subject that the examples of the platform's form give. */
function exampleOf(presetId: PresetId): string {
  const { fieldGuides, defaults } = presetOf(presetId)
  const examples = Object.entries(fieldGuides).map(([key, guide]) => [
    key,
    guide.options === undefined ? guide.example : (defaults[key] ?? ''),
  ])
  return textOf(previewTrust(presetId, Object.fromEntries(examples)).subject)
}

/** Faults that another rule names better, with its own evidence. */
const toldElsewhere = new Set([
  'wildcard',
  'issuer-slash',
  'issuer-shape',
  'issuer-not-public',
  'entra-issuer',
  'managed-by-platform',
  'pull-request-hyphen',
])

function ownRules({ host, rightIssuer, subject, cloud, recognised }: DraftView): Cause[] {
  if (subject.trim() === '' || rightIssuer === '' || subject.includes('*')) return []
  if (host === 'vstoken.dev.azure.com' && !guidPattern.test(rightIssuer.split('/').at(-1) ?? '')) return []
  return rulesOfPlatform(recognised(), cloud)
    .filter(({ code }) => !toldElsewhere.has(code))
    .map(({ severity, text, fix, code }) =>
      causeOf(code === 'wide-reach' ? 'subject-note' : 'subject-form', {
        severity: severity === 'info' ? 'info' : 'warn',
        certainty: 'likely',
        field: 'subject',
        text,
        evidence: `Subject: ${subject}`,
        fix,
      }),
    )
}
