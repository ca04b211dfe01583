import { presets, type PresetId } from '@trustwright/federation'
import {
  IdentityName,
  ResourceGroupName,
  SubscriptionId,
  type IdentityPath,
} from '@trustwright/shared-schemas'
import { asksForAudience, emptyTrustForm, type TrustFormValues } from './trust-form.ts'

/** What the address of `/new` may carry. Anything else in it is left alone. */
export interface TrustPrefill {
  /** Null until subscription, group and identity are all there and well formed. */
  readonly identity: IdentityPath | null
  readonly subscriptionId: string | null
  readonly values: TrustFormValues
}

type Search = Readonly<Record<string, unknown>>

const entityKeys = ['environment', 'branch', 'tag'] as const

/** Reads the prefill link. A malformed part is dropped alone, never the whole. */
export function trustPrefill(search: Search, defaultAudience: string): TrustPrefill {
  const subscriptionId = SubscriptionId.safeParse(textOf(search['subscription']))
  return {
    identity: identityOf(search),
    subscriptionId: subscriptionId.success ? subscriptionId.data : null,
    values: valuesOf(search, defaultAudience),
  }
}

function identityOf(search: Search): IdentityPath | null {
  const subscriptionId = SubscriptionId.safeParse(textOf(search['subscription']))
  const resourceGroup = ResourceGroupName.safeParse(textOf(search['group']))
  const identityName = IdentityName.safeParse(textOf(search['identity']))
  if (!subscriptionId.success || !resourceGroup.success || !identityName.success) return null
  return {
    subscriptionId: subscriptionId.data,
    resourceGroup: resourceGroup.data,
    identityName: identityName.data,
  }
}

function valuesOf(search: Search, defaultAudience: string): TrustFormValues {
  const values = emptyTrustForm(defaultAudience)
  const presetId = presetOf(search)
  const fields = { ...values.fields[presetId] }
  for (const key of Object.keys(fields)) {
    const value = textOf(search[key])
    if (value !== '') fields[key] = value
  }
  if (presetId === 'github-actions') applyEntity(fields, search)
  const audience = asksForAudience(presetId) ? '' : textOf(search['audience'])
  return {
    presetId,
    name: textOf(search['name']),
    audience: audience === '' ? values.audience : audience,
    fields: { ...values.fields, [presetId]: fields },
  }
}

/** `environment=prod` alone says which kind of subject is meant, and an ID that IDs are; explicit choices win. */
function applyEntity(fields: Record<string, string>, search: Search): void {
  const named = entityKeys.find((key) => textOf(search[key]) !== '')
  if (textOf(search['entity']) === '' && named !== undefined) fields['entity'] = named
  const hasId = textOf(search['ownerId']) !== '' || textOf(search['repositoryId']) !== ''
  if (textOf(search['identifiers']) === '' && hasId) fields['identifiers'] = 'ids'
}

function presetOf(search: Search): PresetId {
  const wanted = textOf(search['preset'])
  return presets.find((preset) => preset.id === wanted)?.id ?? 'github-actions'
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
