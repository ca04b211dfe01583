import type { Preset } from '../model/preset.ts'
import { presetDefinitions } from './list.ts'

/** Every workload platform that the portal knows, in the order of the chooser. */
export const presets: readonly Preset[] = presetDefinitions
