import type { Oddity } from '@trustwright/shared-schemas'

/** What is odd about a stored trust, short enough for a list. */
export const oddityWords: Record<Oddity, string> = {
  'no-subject': 'No subject',
  'not-one-audience': 'Not one audience',
  'outer-white-space': 'White space around a value',
  'issuer-not-https': 'Issuer not https',
  'name-outside-rules': 'Name outside the rules',
}
