import type { Breadth } from '@trustwright/federation'
import type { CalloutIntent } from '../../ui/callout.tsx'

/** How far a pattern reaches, as a word with its weight. */
export const breadthWords: Readonly<
  Record<Breadth, { readonly word: string; readonly intent: CalloutIntent }>
> = {
  one: { word: 'Exact', intent: 'success' },
  workload: { word: 'Narrow', intent: 'success' },
  'whole-owner': { word: 'Wide', intent: 'warning' },
  anyone: { word: 'Open to strangers', intent: 'danger' },
}
