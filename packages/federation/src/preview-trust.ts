import { audienceSegment } from './claims/audience-segment.ts'
import { defaultAudience } from './model/cloud.ts'
import type { CompileOptions, FieldValues, PresetId, TrustPreview } from './model/preset.ts'
import { fieldText } from './model/texts.ts'
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
  const missing = preset.missing(partialFields)
  const typedKey = fieldText(partialFields, 'audience') === '' ? undefined : 'audience'
  return {
    ...preset.claims(partialFields),
    audience: [audienceSegment(audienceFor(partialFields, options), options.cloud, typedKey)],
    complete: missing.length === 0,
    missing,
  }
}

/** The typed audience, else the one asked for, else the default of the cloud. */
export function audienceFor(fields: FieldValues, options: CompileOptions): string {
  return fieldText(fields, 'audience') || (options.audience ?? defaultAudience(options.cloud))
}
