import { parseExpression } from './expressions/parse-expression.ts'
import { expressionIssuerOf } from './expressions/expression-issuers.ts'
import type { Cloud } from './model/cloud.ts'
import type { PresetId } from './model/preset.ts'
import { presetById } from './presets/presets.ts'
import { recognise } from './recognise.ts'

/** What a trust is told by: `expression` stands in place of the subject in a flexible one. */
export interface ToldTrust {
  readonly issuer: string
  readonly subject: string | null
  readonly expression?: string | null | undefined
}

export interface WordsOfTrust {
  /** Title of the platform, or the issuer's host. */
  readonly platform: string
  /** Null where no platform is known by it. */
  readonly presetId: PresetId | null
  readonly workload: string
  readonly qualifier: string | null
  /** True when subject or pattern was not understood, and stands as it is stored. */
  readonly raw: boolean
}

/** A stored trust in words: `contoso/pay-api`, `environment prod`. Never throws, whatever Azure stored. */
export function wordsOfTrust(stored: ToldTrust, cloud: Cloud = 'public'): WordsOfTrust {
  if (isFlexible(stored)) return patternWords(stored.issuer, stored.expression, cloud)
  const { issuer, subject } = stored
  const known = recognise({ issuer, subject }, cloud)
  if (known === null) {
    return {
      platform: hostOf(issuer),
      presetId: null,
      workload: subjectWords(subject),
      qualifier: null,
      raw: true,
    }
  }
  const platform = known.platform === 'Other' ? hostOf(issuer) : known.platform
  return {
    platform,
    presetId: known.presetId,
    workload: known.workload || subjectWords(subject),
    qualifier: known.qualifier === platform ? null : known.qualifier,
    raw: known.platform === 'Other',
  }
}

/** A flexible credential: a pattern of claims in place of one subject. */
export function isFlexible<Stored extends ToldTrust>(
  stored: Stored,
): stored is Stored & { readonly expression: string } {
  return typeof stored.expression === 'string' && stored.expression !== ''
}

/** Of a pipeline; null where the words name none. */
export function environmentIn(qualifier: string | null): string | null {
  return /^environment ([^,]+)/.exec(qualifier ?? '')?.[1] ?? null
}

/** Platforms that Azure takes patterns of, so that their patterns stand beside their other trusts. */
const patternPresets: Readonly<Record<string, PresetId>> = {
  GitHub: 'github-actions',
  GitLab: 'gitlab',
  'HCP Terraform': 'hcp-terraform',
}

/** The pattern of the subject, read as the platform's subjects are: `contoso/pay-api`, `branch *, by pattern`. */
function patternWords(issuer: string, expression: string, cloud: Cloud): WordsOfTrust {
  const presetId = patternPresets[expressionIssuerOf(issuer)?.name ?? ''] ?? null
  const where = { presetId, platform: presetId === null ? hostOf(issuer) : presetById(presetId).title }
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
