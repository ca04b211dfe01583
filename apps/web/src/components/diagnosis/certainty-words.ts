import type { CauseCertainty } from '@trustwright/federation'

/** How sure a cause is, as a whole sentence. */
export const certaintyWords: Readonly<Record<CauseCertainty, string>> = {
  certain: 'Certain: nothing else explains it.',
  likely: 'Likely: the usual reason, not the only one.',
  possible: 'Possible: one of several reasons.',
}
