import type { Preset, PresetId } from '../model/preset.ts'
import { presetDefinitions, presetOf } from './list.ts'

/** Every workload platform that the portal knows, in the order of the chooser. */
export const presets: readonly Preset[] = presetDefinitions

/** Throws a RangeError for an id that is in no list. */
export function presetById(id: PresetId): Preset {
  return presetOf(id)
}
