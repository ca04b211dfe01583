import type { TrustParent } from '@trustwright/shared-schemas'
import type { Cloud } from '../model/cloud.ts'

export const exportForms = [
  'github-workflow',
  'kubernetes-manifest',
  'workload',
  'azure-cli',
  'azure-cli-powershell',
  'azure-powershell',
  'az-rest',
  'http',
  'arm-template',
  'bicep',
  'terraform',
  'terraform-azapi',
  'pulumi-typescript',
  'exchange-curl',
] as const
export type ExportForm = (typeof exportForms)[number]

/** A text to copy or save. `filename` is a proposal. */
export interface Export {
  readonly language:
    'yaml' | 'bash' | 'powershell' | 'json' | 'bicep' | 'hcl' | 'typescript' | 'http' | 'sql' | 'groovy'
  readonly filename: string
  readonly text: string
}

/** A trust as it is stored. A claims expression stands in place of the subject, which is then null. */
export interface ExportedTrust {
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
  readonly audiences: readonly string[]
  /** Applications alone store one. */
  readonly description?: string | null | undefined
  /** Language version 1. https://learn.microsoft.com/entra/workload-id/workload-identities-flexible-federated-identity-credentials */
  readonly claimsMatchingExpression?: string | null
  /** The `id` that Graph gave it; Terraform and Pulumi adopt a stored trust of an application by it. */
  readonly credentialId?: string | undefined
}

/** Everything an export may need. IDs that are absent become placeholders such as `<client-id>`. */
export interface ExportContext {
  /** What the texts for a workload tell of. */
  readonly trust: ExportedTrust
  /** All trusts of `parent` to take along; the forms that define trusts write these instead of `trust`. Absent or empty: `trust` alone. */
  readonly trusts?: readonly ExportedTrust[]
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
  readonly graphEndpoint?: string
  /** Region of the managed identity; absent: that of the resource group. */
  readonly location?: string
  /** Object ID of the application, which is not its client ID. */
  readonly applicationObjectId?: string
  /** The application's alternate key `uniqueName`, which most applications lack. */
  readonly applicationUniqueName?: string
  /** Whether Azure holds the trusts already, so that Terraform and Pulumi adopt them. Default true. */
  readonly stored?: boolean
}
