import {
  expressionIssuerOf,
  parseExpression,
  presetById,
  recognise,
  type Cloud,
  type PresetId,
} from '@trustwright/federation'
import { markOf, type MarkName } from './mark-of.ts'

/** What a trust is told by: `expression` stands in place of the subject in a flexible one. */
export interface StoredTrust {
  readonly issuer: string
  readonly subject: string | null
  readonly expression?: string | null | undefined
}

export interface TrustWords {
  readonly platform: string
  readonly mark: MarkName
  readonly workload: string
  readonly qualifier: string | null
  /** True when subject or pattern was not understood, and stands as it is stored. */
  readonly raw: boolean
}

/** A stored trust in words: `contoso/pay-api`, `environment prod`. Never throws, whatever Azure stored. */
export function trustWords(stored: StoredTrust, cloud: Cloud = 'public'): TrustWords {
  if (isFlexible(stored)) return patternWords(stored.issuer, stored.expression, cloud)
  const known = recognise(stored, cloud)
  if (known === null) {
    return {
      platform: hostOf(stored.issuer),
      mark: 'other',
      workload: subjectWords(stored.subject),
      qualifier: null,
      raw: true,
    }
  }
  const platform = known.platform === 'Other' ? hostOf(stored.issuer) : known.platform
  const qualifier = known.qualifier === platform ? null : known.qualifier
  return {
    platform,
    mark: markOf(known.presetId),
    workload: known.workload || subjectWords(stored.subject),
    qualifier,
    raw: known.platform === 'Other',
  }
}

/** A flexible credential: a pattern of claims in place of one subject. */
export function isFlexible<Stored extends StoredTrust>(
  stored: Stored,
): stored is Stored & { readonly expression: string } {
  return typeof stored.expression === 'string' && stored.expression !== ''
}

/** The whole line as one sentence, for names, announcements and exports. */
export function trustSentence(words: TrustWords, identityName: string): string {
  const qualifier = words.qualifier === null ? '' : `, ${words.qualifier}`
  return `${words.platform} ${words.workload}${qualifier} can sign in as ${identityName}`
}

/** Platforms that Azure takes patterns of, so that their patterns stand beside their other trusts. */
const patternPresets: Readonly<Record<string, PresetId>> = {
  GitHub: 'github-actions',
  GitLab: 'gitlab',
  'HCP Terraform': 'hcp-terraform',
}

/** The pattern of the subject, read as the platform's subjects are: `contoso/pay-api`, `branch *, by pattern`. */
function patternWords(issuer: string, expression: string, cloud: Cloud): TrustWords {
  const presetId = patternPresets[expressionIssuerOf(issuer)?.name ?? '']
  const where =
    presetId === undefined
      ? { platform: hostOf(issuer), mark: 'other' as const }
      : { platform: presetById(presetId).title, mark: markOf(presetId) }
  const subjects = parseExpression(expression).expression?.terms.filter(({ claim }) => claim === 'sub') ?? []
  const [subject] = subjects
  if (subject === undefined || subjects.length > 1)
    return { ...where, workload: expression, qualifier: 'by pattern', raw: true }
  const known = recognise({ issuer, subject: subject.comparand }, cloud)
  if (known === null || known.presetId !== presetId || known.workload === '')
    return { ...where, workload: subject.comparand, qualifier: 'by pattern', raw: true }
  const qualifier = known.qualifier === null ? 'by pattern' : `${known.qualifier}, by pattern`
  return { ...where, workload: known.workload, qualifier, raw: false }
}

function subjectWords(subject: string | null): string {
  if (subject === null) return 'no subject stored'
  return subject === '' ? 'an empty subject' : subject
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host || issuer : issuer
}
