import { presetById, type PresetCategory, type PresetId } from '@trustwright/federation'

/** A platform is drawn as its kind; the first one has a drawing of its own. */
export type MarkName = PresetCategory | 'github'

export function markOf(presetId: PresetId): MarkName {
  return presetId === 'github-actions' ? 'github' : presetById(presetId).category
}
