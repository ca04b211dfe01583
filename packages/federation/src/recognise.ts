import type { Cloud } from './model/cloud.ts'
import type { Recognised, StoredClaims } from './model/preset.ts'
import { presetDefinitions } from './presets/list.ts'

/**
 * A stored trust in a person's words. Its fields compile to the same issuer and subject, to the byte, in this cloud,
 * but for white space around a stored value, which no token carries and no form keeps. Null when there is no subject to read. Never throws, whatever Azure returned.
 */
export function recognise(stored: StoredClaims, cloud: Cloud = 'public'): Recognised | null {
  for (const preset of presetDefinitions) {
    const recognised = preset.recognise(stored, cloud)
    if (recognised !== null) return recognised
  }
  return null
}
