import { presets, type Cloud, type PresetId } from '@trustwright/federation'
import { emptyDraftBody, type DraftBody } from '@trustwright/shared-schemas'
import { emptyTrustForm, proposalOf, type TrustFormValues } from '../../components/workload/trust-form.ts'

/** Null while no platform was chosen, or where a newer portal knew one that this page does not. */
export function presetIdOf({ presetId }: Pick<DraftBody, 'presetId'>): PresetId | null {
  return presets.find(({ id }) => id === presetId)?.id ?? null
}

/** The draft's workload in the form that a person edits; what was never typed follows the preset. */
export function formOfBody(body: DraftBody, cloud: Cloud): TrustFormValues {
  const start = emptyTrustForm(cloud)
  const presetId = presetIdOf(body) ?? start.presetId
  const known = start.fields[presetId]
  const typed = Object.fromEntries(Object.entries(body.fields).filter(([key]) => Object.hasOwn(known, key)))
  const values: TrustFormValues = {
    presetId,
    fields: { ...start.fields, [presetId]: { ...known, ...typed } },
    name: body.name,
    audience: body.audience,
    description: body.description,
  }
  const proposal = proposalOf(values, cloud)
  return {
    ...values,
    name: body.name === '' ? proposal.name : body.name,
    audience: body.audience === '' ? proposal.audience : body.audience,
  }
}

type WorkloadPart = Pick<DraftBody, 'presetId' | 'fields' | 'name' | 'audience' | 'description'>

/** What of the form a draft keeps. A name or audience that only follows the preset stays free to follow. */
export function bodyOfForm(values: TrustFormValues, cloud: Cloud): WorkloadPart {
  const { presetId, name, audience, description } = values
  const proposal = proposalOf(values, cloud)
  const fields = Object.entries(values.fields[presetId]).filter(([, value]) => value !== '')
  return {
    presetId,
    fields: Object.fromEntries(fields),
    name: name === proposal.name ? '' : name,
    audience: audience === proposal.audience ? '' : audience,
    description,
  }
}

/** A draft of one platform with the fields that are known of it. */
export function bodyOfWorkload(
  kind: NonNullable<DraftBody['source']>['kind'],
  presetId: PresetId,
  fields: Readonly<Record<string, string | undefined>>,
): DraftBody {
  const filled = Object.entries(fields).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, value] as const],
  )
  return {
    ...emptyDraftBody,
    step: 'workload',
    source: { kind },
    presetId,
    fields: Object.fromEntries(filled),
  }
}
