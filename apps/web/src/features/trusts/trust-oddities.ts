import type { Oddity } from '@trustwright/shared-schemas'

/** What each oddity of a stored trust means, and what to do about it. */
export const oddityText: Record<Oddity, { title: string; meaning: string }> = {
  'no-subject': {
    title: 'No subject',
    meaning:
      'Azure stored neither a subject nor a pattern that it shows, so no token is known to match. Check it in Azure before you change it.',
  },
  'not-one-audience': {
    title: 'Not exactly one audience',
    meaning:
      'Azure accepts exactly one audience today. Change the trust and store the one your tokens carry.',
  },
  'outer-white-space': {
    title: 'White space around a value',
    meaning:
      'A value starts or ends with white space. Azure compares every character, so no token matches. Change the trust and remove it.',
  },
  'unseen-character': {
    title: 'A character that cannot be seen',
    meaning:
      'A value holds a character that shows nothing, as pasted text may. Azure compares every character, so it looks right and matches no token that lacks it. Change the trust and type the value anew.',
  },
  'issuer-not-https': {
    title: 'Issuer is not an https address',
    meaning:
      'Azure reads the keys of an issuer over https only, so no token can be checked. Change the issuer.',
  },
  'name-outside-rules': {
    title: 'Name outside the rules',
    meaning:
      'The name breaks the rules Azure enforces today. The trust works; some tools may refuse its name. A name cannot be changed: make a new trust to replace it.',
  },
}
