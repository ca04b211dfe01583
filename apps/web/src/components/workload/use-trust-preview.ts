import { previewTrust, type Cloud, type TrustPreview, type Warning } from '@trustwright/federation'
import type { NewTrust } from '@trustwright/shared-schemas'
import { useMemo } from 'react'
import { audienceOption, compileForm, type TrustFormValues } from './trust-form.ts'

export interface LivePreview {
  readonly claims: TrustPreview
  /** What is worth saying before anything is stored. Refusals stand at their fields instead. */
  readonly warnings: readonly Warning[]
  /** The trusts as they will be stored; empty while a field is missing or refused. */
  readonly wanted: readonly NewTrust[]
  /** How many trusts the form makes. */
  readonly total: number
}

/** What Azure would store if the form were sent as it is now. */
export function useTrustPreview(values: TrustFormValues, cloud: Cloud): LivePreview {
  const { presetId, audience, name } = values
  const fields = values.fields[presetId]
  // The form's values are one object that changes in place, so the parts are compared by their text.
  const text = JSON.stringify([presetId, fields, audience, name])
  return useMemo(() => {
    const claims = previewTrust(presetId, fields, { cloud, ...audienceOption(values, cloud) })
    const { drafts, warnings } = compileForm(values, cloud)
    return {
      claims,
      warnings: warnings.filter(({ code }) => code !== 'field-refused'),
      // As they stand, even where the name or the audience will be refused.
      wanted: drafts.map(({ name, issuer, subject = '', audiences: [only] }) => ({
        name,
        issuer,
        subject,
        audiences: [only],
      })),
      total: claims.others.length + 1,
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for every value that is read
  }, [text, cloud])
}
