import { defaultAudience } from './model/cloud.ts'
import type { CompileOptions, FieldValues, PresetId, TrustProposal } from './model/preset.ts'
import { trimmedFields } from './model/texts.ts'
import { presetOf } from './presets/list.ts'
import { commonFields } from './trust-parts.ts'

/**
 * What a form offers for name and audience until a person writes another. Where one form makes several trusts, the name
 * is what they have in common: `compileTrust` puts the part of each behind it. Throws a RangeError for an unknown preset.
 */
export function proposeTrust(
  presetId: PresetId,
  typed: FieldValues,
  options: Pick<CompileOptions, 'cloud'> = {},
): TrustProposal {
  const preset = presetOf(presetId)
  const fields = trimmedFields(typed)
  const carried = preset.audience?.(fields)
  const isKnown = preset.missing(fields).length === 0
  const audience =
    carried === undefined
      ? ({ audience: defaultAudience(options.cloud), audienceFrom: 'azure' } as const)
      : ({ audience: isKnown ? carried : '', audienceFrom: 'platform' } as const)
  if (preset.refusals(fields).length > 0) return { name: '', ...audience }
  const parts = preset.expand(fields)
  return {
    name: preset.suggestName(parts.length > 1 ? commonFields(fields, parts) : (parts[0] ?? fields)),
    ...audience,
  }
}
