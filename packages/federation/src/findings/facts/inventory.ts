import type { Cloud } from '../../model/cloud.ts'
import type { DiagnosedParentKind, GithubFacts } from '../../diagnosis/trust.ts'
import type { ProbeAnswer } from '../../diagnosis/probe-view.ts'
import type { AssignedPolicy } from '../../diagnosis/write-view.ts'
import type { AppRoleFact, DirectoryRoleFact, OwnerFact, RoleFact } from './access.ts'
import type { Fact } from './fact.ts'

/**
 * When a trust last signed in. `never` holds for the time since the portal reads the logs, which Azure keeps for a limited
 * time. Times are ISO 8601 in UTC. https://learn.microsoft.com/graph/api/resources/signin
 */
export type LastUse =
  { readonly state: 'used'; readonly at: string } | { readonly state: 'never'; readonly watchedSince: string }

/** One stored trust, as Azure returned it. */
export interface FindingTrust {
  /** Of this trust alone, and the same in every run: its resource ID, or the ID of Graph. */
  readonly key: string
  readonly parentKey: string
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
  /** Text of `claimsMatchingExpression`. */
  readonly expression: string | null
  readonly audiences: readonly string[]
  /** When it was made, or first seen. */
  readonly createdAt: Fact<string>
  /** Object IDs of whoever made it, and of their groups; left out where nobody looked. */
  readonly createdBy?: Fact<readonly string[]> | undefined
  readonly lastUse: Fact<LastUse>
}

/** The application or managed identity that a trust is stored on. */
export interface FindingParent {
  readonly key: string
  readonly kind: DiagnosedParentKind
  readonly displayName: string
  /** ARM resource ID of a managed identity. */
  readonly resourceId: string | null
  readonly region: string | null
  /** False where Azure broke off the list of its trusts. */
  readonly allTrustsRead: boolean
  /** Of a managed identity in Azure. */
  readonly tags: Fact<Readonly<Record<string, string>>>
  readonly owners: Fact<readonly OwnerFact[]>
  /** AKS made the identity for itself, such as for an add-on. */
  readonly isAksManaged: Fact<boolean>
  readonly roles: Fact<readonly RoleFact[]>
  readonly appRoles: Fact<readonly AppRoleFact[]>
  readonly directoryRoles: Fact<readonly DirectoryRoleFact[]>
  /** Azure Policy assigned over its trusts; an application has none. */
  readonly azurePolicies: Fact<readonly AssignedPolicy[]>
}

export interface RepositoryFacts extends GithubFacts {
  readonly visibility?: 'public' | 'private' | 'internal'
  /** The look-up could see private repositories of this owner, so that 404 means gone. */
  readonly seesPrivate?: boolean
}

/** Everything that is known of a tenant's trusts. Rows that repeat count once. */
export interface FindingInventory {
  readonly cloud?: Cloud
  readonly tenantId?: string
  readonly trusts: readonly FindingTrust[]
  readonly parents: readonly FindingParent[]
  /** What a fetch of the issuer's documents found; an issuer that is absent was not probed. */
  readonly issuers: readonly { readonly issuer: string; readonly probe: Fact<ProbeAnswer> }[]
  /** Look-ups at github.com by `owner/repository`; one that is absent was not looked up. */
  readonly repositories: readonly { readonly name: string; readonly facts: Fact<RepositoryFacts> }[]
}
