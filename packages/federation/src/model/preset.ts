import type { TrustParent } from '@trustwright/shared-schemas'
import type * as z from 'zod'
import type { Cloud } from './cloud.ts'
import type { Export } from '../exports/export.ts'
import type { PresetId } from '../presets/list.ts'
import type { Segment } from './segment.ts'
import type { Warning } from './warning.ts'

export type { PresetId } from '../presets/list.ts'

/** Groups of the chooser. */
export const presetCategories = [
  'pipelines',
  'clusters',
  'infrastructure',
  'clouds',
  'hosting',
  'identities',
  'other',
] as const
export type PresetCategory = (typeof presetCategories)[number]

/**
 * How sure the facts are. `documented`: the platform's own documents say all of it; `partly`: some of it was seen
 * elsewhere or not confirmed; `read`: the values cannot be computed and are copied from the platform.
 */
export const certainties = ['documented', 'partly', 'read'] as const
export type Certainty = (typeof certainties)[number]

/** What a form holds: flat, text only. An empty text and a missing key mean the same. */
export type FieldValues = Readonly<Record<string, string | undefined>>

/** How a form shows one field. */
export interface FieldGuide {
  readonly label: string
  /** One sentence shown under the label before anything is typed. */
  readonly help: string
  readonly example: string
  /** The field may stay empty. */
  readonly optional?: boolean
  /** Set for a closed choice; the first option is the default. */
  readonly options?: readonly { readonly value: string; readonly label: string }[]
  /** The field is asked for only while another field holds one of these values. */
  readonly shownWhen?: { readonly field: string; readonly is: readonly string[] }
}

/** A workload platform as data: what to ask for, and where the facts come from. */
export interface Preset {
  readonly id: PresetId
  readonly title: string
  readonly summary: string
  readonly category: PresetCategory
  readonly certainty: Certainty
  readonly docsUrl: string
  /** Day on which the facts were last compared with the platform's documents, `YYYY-MM-DD`. */
  readonly factsAsOf: string
  readonly parentKinds: readonly TrustParent['kind'][]
  /** Refuses, on the field itself, whatever must not be stored. For `zodResolver` and for servers. */
  readonly fields: z.ZodType<FieldValues, FieldValues>
  readonly fieldKeys: readonly string[]
  readonly fieldGuides: Readonly<Record<string, FieldGuide>>
  /** Values a new form starts with: every key, closed choices at their safe default, the rest empty. */
  readonly defaults: Readonly<Record<string, string>>
}

/** A trust before it is stored: the shape of ARM and Graph, without what they add. */
export interface TrustDraft {
  readonly name: string
  readonly issuer: string
  readonly subject?: string
  readonly claimsMatchingExpression?: string
  readonly audiences: [string]
  readonly description?: string
}

export interface CompileOptions {
  /** Default: what the platform's tokens carry, else the cloud's own audience for token exchange. */
  readonly audience?: string
  /** Default `public`. */
  readonly cloud?: Cloud
  /** Default: made from the fields. */
  readonly name?: string
  /** Of the identity, for the snippet; without them it carries placeholders. */
  readonly clientId?: string
  readonly tenantId?: string
  readonly subscriptionId?: string
}

export interface CompiledTrust {
  /** Empty when a field is refused. Store none of them while a warning has the severity `block`. */
  readonly trusts: readonly TrustDraft[]
  readonly warnings: readonly Warning[]
  /** What the workload needs to use the trust; null when a field is refused. */
  readonly snippet: Export | null
}

export interface TrustPreview {
  readonly issuer: readonly Segment[]
  readonly subject: readonly Segment[]
  readonly audience: readonly Segment[]
  /** Further trusts that the same fields give, such as one for apply beside the one for plan. */
  readonly others: readonly { readonly issuer: readonly Segment[]; readonly subject: readonly Segment[] }[]
  /** True when nothing is missing. The pieces then spell what `compileTrust` gives. */
  readonly complete: boolean
  /** Keys of the fields that are still empty and needed. */
  readonly missing: readonly string[]
}

export interface TrustProposal {
  /** Empty while a field is missing or refused. */
  readonly name: string
  /** Empty while it depends on a field that is still missing. */
  readonly audience: string
  /** `platform`: its tokens carry this one; `azure`: the one that Azure's own tools ask for. */
  readonly audienceFrom: 'platform' | 'azure'
}

/** A stored trust in a person's words. */
export interface Recognised {
  readonly presetId: PresetId
  /** Title of the preset, or `Other`. */
  readonly platform: string
  /** `contoso/pay-api`, `shop/api`, or the subject itself. */
  readonly workload: string
  /** `environment prod`, the cluster's host, or the issuer's host. */
  readonly qualifier: string | null
  /** Fields that compile to the same issuer and subject. */
  readonly fields: FieldValues
}

/** The stored values that readers of trusts need. */
export interface StoredClaims {
  readonly issuer: string
  readonly subject: string | null
  readonly audiences?: readonly string[]
}
