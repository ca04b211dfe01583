import { previewTrust, type Cloud, type TrustPreview, type Warning } from '@trustwright/federation'
import { useMemo } from 'react'
import { asksForAudience, compileForm, type TrustFormValues } from './trust-form.ts'

export interface LivePreview {
  readonly claims: TrustPreview
  /** What is worth saying before anything is stored. Refusals stand at their fields instead. */
  readonly warnings: readonly Warning[]
  /** The strings as they will be stored; empty while a field is missing or refused. */
  readonly wanted: { readonly name: string; readonly issuer: string; readonly subject: string }
  readonly ready: boolean
}

/** What Azure would store if the form were sent as it is now. */
export function useTrustPreview(values: TrustFormValues, cloud: Cloud): LivePreview {
  const { presetId, audience, name } = values
  const fields = values.fields[presetId]
  // The form's values are one object that changes in place, so the parts are compared by their text.
  const text = JSON.stringify([presetId, fields, audience, name])
  return useMemo(() => {
    const own = asksForAudience(presetId)
    const claims = previewTrust(presetId, fields, { cloud, ...(own ? {} : { audience }) })
    const { draft, warnings } = compileForm(values, cloud)
    return {
      claims,
      warnings: warnings.filter(({ code }) => code !== 'field-refused'),
      wanted: { name, issuer: draft?.issuer ?? '', subject: draft?.subject ?? '' },
      ready: draft !== null,
    }
    // oxlint-disable-next-line react/exhaustive-deps -- `text` stands for every value that is read
  }, [text, cloud])
}
