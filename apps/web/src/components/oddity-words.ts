import type { Oddity, Trust } from '@trustwright/shared-schemas'
import { isFlexible } from './trust-words.ts'

/** What is odd about a stored trust, short enough for a list. */
export const oddityWords: Record<Oddity, string> = {
  'no-subject': 'No subject',
  'not-one-audience': 'Not one audience',
  'outer-white-space': 'White space around a value',
  'unseen-character': 'Holds a character that cannot be seen',
  'issuer-not-https': 'Issuer not https',
  'name-outside-rules': 'Name outside the rules',
}

/** What a list says beside a trust: its oddities, and that it lets in by a pattern. */
export function flagsOf(trust: Trust): string[] {
  return [
    ...(isFlexible(trust) ? ['Pattern, not one subject'] : []),
    ...trust.oddities.map((one) => oddityWords[one]),
  ]
}
