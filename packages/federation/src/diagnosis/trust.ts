import type { Cloud } from '../model/cloud.ts'

/** A trust as stored or about to be, as ARM and Graph write it. */
export interface DiagnosedTrust {
  readonly name?: string
  readonly issuer?: string | null
  readonly subject?: string | null
  /** Graph's and ARM's object, or its text alone. */
  readonly claimsMatchingExpression?:
    { readonly value: string; readonly languageVersion?: number } | string | null
  readonly audiences?: readonly string[]
}

export type DiagnosedParentKind = 'managedIdentity' | 'application'

/** What GitHub says about the repository of a trust; every fact may be unknown. */
export interface GithubFacts {
  /** `owner/repository` in GitHub's own letters, after following renames. */
  readonly canonicalRepository?: string
  readonly repository?: string
  readonly repositoryId?: string
  readonly repositoryOwnerId?: string
  /** HTTP status of the repository's own address. */
  readonly repositoryStatus?: number
  readonly environments?: readonly string[]
  /** https://docs.github.com/en/rest/actions/oidc */
  readonly useDefault?: boolean
  readonly useImmutableSubject?: boolean
  readonly includeClaimKeys?: readonly string[]
  readonly subClaimPrefix?: string
  readonly templates?: {
    readonly repository?: GithubTemplateFact
    readonly organization?: GithubTemplateFact
  }
  readonly jobEnvironment?: string
  readonly jobRef?: string
  /** `job_workflow_ref` of the job’s tokens. */
  readonly jobWorkflowRef?: string
  readonly triggers?: readonly string[]
  readonly actor?: string
  /** The issuer that the enterprise’s tokens carry, and the slug in it. */
  readonly issuer?: string
  readonly enterpriseSlug?: string
}

export interface GithubTemplateFact {
  readonly status: number
  readonly useDefault?: boolean
  readonly includeClaimKeys?: readonly string[]
}

/** What is known from outside about platform and parent; every fact may be unknown. */
export interface DiagnosisFacts {
  readonly github?: GithubFacts
  readonly kubernetes?: {
    readonly workload?: string
    readonly presentedSubject?: string
    readonly issuer?: string
  }
  readonly azureDevOps?: { readonly issuer?: string; readonly subject?: string; readonly pipeline?: boolean }
  readonly entra?: {
    readonly subjectIsManagedIdentity?: boolean
    readonly principalId?: string
    readonly clientId?: string
  }
  readonly aks?: { readonly clusterIssuers?: readonly string[] }
  readonly parent?: { readonly name?: string; readonly resourceGroup?: string }
}

/** Another identity or application of the tenant, with its trusts. */
export interface OtherParent {
  readonly name?: string
  readonly clientId?: string
  readonly principalId?: string
  readonly trusts: readonly DiagnosedTrust[]
}

/** What every place may know around a trust. Times are ISO 8601 with an offset. */
export interface SharedContext {
  readonly cloud?: Cloud
  readonly tenantId?: string
  readonly now?: string
  readonly facts?: DiagnosisFacts
  readonly otherParents?: readonly OtherParent[]
}

/** The text of the matching expression, in whichever form it is stored. */
export function expressionOf({ claimsMatchingExpression }: DiagnosedTrust): string | null {
  if (claimsMatchingExpression === undefined || claimsMatchingExpression === null) return null
  return typeof claimsMatchingExpression === 'string'
    ? claimsMatchingExpression
    : claimsMatchingExpression.value
}
