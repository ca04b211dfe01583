import { recognise } from '@trustwright/federation'
import { markOf, type MarkName } from './mark-of.ts'

export interface TrustWords {
  readonly platform: string
  readonly mark: MarkName
  readonly workload: string
  readonly qualifier: string | null
  /** True when the subject was not understood and stands as it is stored. */
  readonly raw: boolean
}

/** A stored trust in words: `contoso/pay-api`, `environment prod`. Never throws, whatever Azure stored. */
export function trustWords(stored: { readonly issuer: string; readonly subject: string | null }): TrustWords {
  const known = recognise(stored)
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

/** The whole line as one sentence, for names, announcements and exports. */
export function trustSentence(words: TrustWords, identityName: string): string {
  const qualifier = words.qualifier === null ? '' : `, ${words.qualifier}`
  return `${words.platform} ${words.workload}${qualifier} can sign in as ${identityName}`
}

function subjectWords(subject: string | null): string {
  if (subject === null) return 'no subject stored'
  return subject === '' ? 'an empty subject' : subject
}

function hostOf(issuer: string): string {
  return URL.canParse(issuer) ? new URL(issuer).host || issuer : issuer
}
