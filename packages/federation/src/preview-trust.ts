import { audienceSegment } from './claims/audience-segment.ts'
import { defaultAudience } from './model/cloud.ts'
import type { CompileOptions, FieldValues, PresetId, TrustPreview } from './model/preset.ts'
import { fieldText, trimmedFields } from './model/texts.ts'
import type { PresetDefinition } from './presets/define-preset.ts'
import { presetOf } from './presets/list.ts'

/**
 * What would be stored, in labelled pieces, from a form that may be half filled. Takes any text without throwing. When
 * `complete`, and no field is refused, the pieces spell what `compileTrust` gives for the same input.
 */
export function previewTrust(
  presetId: PresetId,
  partialFields: FieldValues,
  options: CompileOptions = {},
): TrustPreview {
  const preset = presetOf(presetId)
  const whole = trimmedFields(partialFields)
  const missing = preset.missing(whole)
  const typedKey = fieldText(whole, 'audience') === '' ? undefined : 'audience'
  const [first = whole, ...more] = preset.expand(whole)
  return {
    ...preset.claims(first, options.cloud),
    audience: [audienceSegment(audienceFor(preset, whole, options), options.cloud, typedKey)],
    others: more.map((fields) => preset.claims(fields, options.cloud)),
    complete: missing.length === 0,
    missing,
  }
}

/** The typed audience, else the one asked for, else what the platform's tokens carry, else the cloud's own. */
export function audienceFor(preset: PresetDefinition, fields: FieldValues, options: CompileOptions): string {
  return (
    fieldText(fields, 'audience') ||
    (options.audience ?? preset.audience?.(fields) ?? defaultAudience(options.cloud))
  )
}
