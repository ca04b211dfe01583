import { wordsOfTrust, type Cloud, type ToldTrust, type WordsOfTrust } from '@trustwright/federation'
import { markOf, type MarkName } from './mark-of.ts'

export { isFlexible } from '@trustwright/federation'
export type { ToldTrust as StoredTrust } from '@trustwright/federation'

export interface TrustWords extends Omit<WordsOfTrust, 'presetId'> {
  readonly mark: MarkName
}

/** A stored trust in words, with the drawing of its platform. Never throws, whatever Azure stored. */
export function trustWords(stored: ToldTrust, cloud: Cloud = 'public'): TrustWords {
  const { platform, presetId, qualifier, raw, workload } = wordsOfTrust(stored, cloud)
  return { platform, mark: presetId === null ? 'other' : markOf(presetId), workload, qualifier, raw }
}

/** The whole line as one sentence, for names, announcements and exports. */
export function trustSentence(words: TrustWords, identityName: string): string {
  const qualifier = words.qualifier === null ? '' : `, ${words.qualifier}`
  return `${words.platform} ${words.workload}${qualifier} can sign in as ${identityName}`
}
