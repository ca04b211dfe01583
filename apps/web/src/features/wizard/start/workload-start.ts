import type { Cloud } from '@trustwright/federation'
import type { DraftBody } from '@trustwright/shared-schemas'
import type { TrustFormValues } from '../../../components/workload/trust-form.ts'
import { formOfBody } from '../draft-body.ts'

/** The draft in the form of its step. Whether subjects carry IDs stays open until GitHub or a person said it. */
export function startOfForm(body: DraftBody, cloud: Cloud): TrustFormValues {
  const values = formOfBody(body, cloud)
  if (values.presetId !== 'github-actions' || body.fields['identifiers'] !== undefined) return values
  const github = { ...values.fields['github-actions'], identifiers: '' }
  return { ...values, fields: { ...values.fields, 'github-actions': github } }
}

/** Nobody said yet how subjects of this repository are made. */
export function isAgeOpen({ presetId, fields }: Pick<DraftBody, 'presetId' | 'fields'>): boolean {
  if (presetId !== 'github-actions' || (fields['identifiers'] ?? '') !== '') return false
  return fields['entity'] !== 'keys' && !(fields['hosting'] ?? '').startsWith('server')
}
