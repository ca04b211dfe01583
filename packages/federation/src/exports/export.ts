import type { TrustParent } from '@trustwright/shared-schemas'
import type { Cloud } from '../model/cloud.ts'

export const exportForms = [
  'github-workflow',
  'kubernetes-manifest',
  'workload',
  'azure-cli',
  'arm-template',
  'exchange-curl',
] as const
export type ExportForm = (typeof exportForms)[number]

/** A text to copy or save. `filename` is a proposal. */
export interface Export {
  readonly language: 'yaml' | 'bash' | 'json' | 'hcl' | 'typescript' | 'sql'
  readonly filename: string
  readonly text: string
}

/** Everything an export may need. IDs that are absent become placeholders such as `<client-id>`. */
export interface ExportContext {
  readonly trust: {
    readonly name: string
    readonly issuer: string
    readonly subject: string | null
    readonly audiences: readonly string[]
  }
  readonly parent: TrustParent
  readonly tenantId: string
  readonly clientId?: string
  /** Subscription that the workload signs in to; absent: signs in without one. */
  readonly subscriptionId?: string
  /** Default `public`. */
  readonly cloud?: Cloud
  /** `https://host`, for a cloud at other addresses than its usual ones. */
  readonly authorityHost?: string
  readonly armEndpoint?: string
  /** Region of the managed identity; absent: that of the resource group. */
  readonly location?: string
}
