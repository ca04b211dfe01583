import { presetById, presets, type Cloud, type PresetId } from '@trustwright/federation'
import { parentOfSearch, type ParentSearch } from '../parent/parent-of-search.ts'
import { asksForAudience, emptyTrustForm, proposalOf, type TrustFormValues } from './trust-form.ts'

/** What the address of `/new` may carry. Anything else in it is left alone. */
export interface TrustPrefill {
  readonly choice: ParentSearch
  readonly values: TrustFormValues
}

type Search = Readonly<Record<string, unknown>>

/** Reads the prefill link. A malformed part is dropped alone, never the whole. */
export function trustPrefill(search: Search, cloud: Cloud): TrustPrefill {
  return { choice: parentOfSearch(search), values: valuesOf(search, cloud) }
}

function valuesOf(search: Search, cloud: Cloud): TrustFormValues {
  const values = emptyTrustForm(cloud)
  const presetId = presetOf(search)
  const fields = { ...values.fields[presetId] }
  for (const key of Object.keys(fields)) {
    const value = textOf(search[key])
    if (value !== '') fields[key] = value
  }
  applyChoices(presetId, fields, search)
  const audience = asksForAudience(presetId) ? '' : textOf(search['audience'])
  const filled: TrustFormValues = {
    presetId,
    name: textOf(search['name']),
    description: textOf(search['description']),
    audience,
    fields: { ...values.fields, [presetId]: fields },
  }
  return audience === '' ? { ...filled, audience: proposalOf(filled, cloud).audience } : filled
}

/** `environment=prod` alone says which kind of subject is meant, and an ID that IDs are; explicit choices win. */
function applyChoices(presetId: PresetId, fields: Record<string, string>, search: Search): void {
  const chosen = new Set<string>()
  for (const [key, { shownWhen }] of Object.entries(presetById(presetId).fieldGuides)) {
    if (shownWhen === undefined || textOf(search[key]) === '') continue
    const { field, is } = shownWhen
    if (chosen.has(field) || textOf(search[field]) !== '') continue
    if (is.length > 1 && is.includes(presetById(presetId).defaults[field] ?? '')) continue
    chosen.add(field)
    if (!is.includes(fields[field] ?? '')) fields[field] = is[0] ?? ''
  }
}

function presetOf(search: Search): PresetId {
  const wanted = textOf(search['preset'])
  return presets.find((preset) => preset.id === wanted)?.id ?? 'github-actions'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
