import { expressionIssuerOf, recognise, type Cloud } from '@trustwright/federation'
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
  /** True when the subject was not understood, or is a pattern, and stands as it is stored. */
  readonly raw: boolean
}

/** A stored trust in words: `contoso/pay-api`, `environment prod`. Never throws, whatever Azure stored. */
export function trustWords(stored: StoredTrust, cloud: Cloud = 'public'): TrustWords {
  if (isFlexible(stored)) return patternWords(stored.issuer, stored.expression)
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

const patternMarks: Readonly<Record<string, MarkName>> = {
  GitHub: 'github',
  GitLab: 'pipelines',
  'HCP Terraform': 'infrastructure',
}

function patternWords(issuer: string, expression: string): TrustWords {
  const platform = expressionIssuerOf(issuer)?.name ?? null
  return {
    platform: platform ?? hostOf(issuer),
    mark: (platform === null ? undefined : patternMarks[platform]) ?? 'other',
    workload: expression,
    qualifier: 'any token that matches this pattern',
    raw: true,
  }
}

function subjectWords(subject: string | null): string {
  if (subject === null) return 'no subject stored'
  return subject === '' ? 'an empty subject' : subject
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host || issuer : issuer
}
