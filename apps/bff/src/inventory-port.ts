import type { Identity, IdentityPath } from '@trustwright/shared-schemas'
import type {
  Caller,
  ReadOptions,
  RoleDefinition,
  StoredAssignment,
  StoredCredential,
  StoredPolicyAssignment,
} from './ports.ts'

/** One page of a list of the whole tenant. */
export interface ListPage<T> {
  readonly items: readonly T[]
  /** All of them, as Azure counted; null where it did not. */
  readonly total: number | null
  /** Null at the end. */
  readonly nextCursor: string | null
}

/** Reads the page at `cursor`; null is the first. */
export type ListPages<T> = (
  caller: Caller,
  cursor: string | null,
  options: ReadOptions,
) => Promise<ListPage<T>>

/** The service principal of a managed identity that has trusts. */
export interface PrincipalWithTrusts {
  readonly principalId: string
  readonly clientId: string
  readonly displayName: string
  /** Where the identity is; null for a principal that is no user-assigned identity. */
  readonly path: IdentityPath | null
  /** Null where Graph left them out, or some of them. */
  readonly credentials: readonly StoredCredential[] | null
}

export interface ParentOwners {
  readonly clientId: string
  /** `enabled` is null where Graph does not tell. */
  readonly owners: readonly {
    readonly objectId: string
    readonly displayName: string
    readonly enabled: boolean | null
  }[]
}

/** An API with the application permissions that it offers, by their IDs. */
export interface Api {
  readonly principalId: string
  readonly displayName: string
  readonly values: ReadonlyMap<string, string>
}

export interface DirectoryRoleHolder {
  readonly principalId: string
  readonly roleDefinitionId: string
  /** `/` is the whole directory. */
  readonly scope: string
}

export interface DirectoryRole {
  readonly id: string
  readonly templateId: string
  readonly displayName: string
  readonly isPrivileged: boolean | null
}

/** A change that a log of Azure names. */
export interface LoggedChange {
  /** ARM resource ID, or the object ID of an application. */
  readonly target: string
  /** What the log says of the values; empty where it says nothing. */
  readonly text: string
  readonly who: string
  /** ISO 8601 in UTC. */
  readonly at: string
}

export interface LogWanted {
  readonly from: Date
  readonly until: Date
  readonly cursor: string | null
}

/** Lists of the whole directory, a page a request, with the caller's own token. Every method throws PortalError. */
export interface DirectoryInventory {
  listPrincipalsWithTrusts: ListPages<PrincipalWithTrusts>
  /** Owners of what has trusts. */
  listParentOwners(
    caller: Caller,
    of: 'applications' | 'servicePrincipals',
    cursor: string | null,
    options: ReadOptions,
  ): Promise<ListPage<ParentOwners>>
  /** Service principals of the tenant's own applications. */
  listOwnPrincipals: ListPages<{ readonly clientId: string; readonly principalId: string }>
  /** Null where the tenant does not have the API. */
  findApi(caller: Caller, appId: string, options: ReadOptions): Promise<Api | null>
  /** Who was given application permissions of an API, by the API's own object ID. */
  listGivenAppRoles(
    caller: Caller,
    apiPrincipalId: string,
    cursor: string | null,
    options: ReadOptions,
  ): Promise<ListPage<{ readonly principalId: string; readonly appRoleId: string }>>
  listDirectoryRoleHolders: ListPages<DirectoryRoleHolder>
  listDirectoryRoles: ListPages<DirectoryRole>
  /** Those of up to 1,000 object IDs that are groups. */
  findGroups(caller: Caller, ids: readonly string[], options: ReadOptions): Promise<readonly string[]>
  /** Service principals in each of up to 20 groups, also through groups in it. */
  listGroupPrincipals(
    caller: Caller,
    groupIds: readonly string[],
    options: ReadOptions,
  ): Promise<ReadonlyMap<string, readonly string[]>>
  /** The last sign-in of each service principal that ever signed in, by any credential. Times are ISO 8601 in UTC. */
  listLastSignIns: ListPages<{ readonly clientId: string; readonly at: string | null }>
  /** Changes of applications by the directory's audit, newest first. */
  listApplicationWrites(caller: Caller, wanted: LogWanted): Promise<ListPage<LoggedChange>>
}

/** A managed identity with what Resource Graph tells beside it. */
export interface IdentityResource extends Identity {
  readonly tags: Readonly<Record<string, string>>
}

export interface ListedAssignment extends StoredAssignment {
  readonly principalKind: 'group' | 'servicePrincipal'
  /** Null for none. */
  readonly description: string | null
}

export interface ListedRole extends RoleDefinition {
  readonly id: string
  readonly dataActions: readonly string[]
}

/** A policy with the scope that it is assigned to, and those below it that are left out. */
export interface ScopedPolicyAssignment extends StoredPolicyAssignment {
  readonly scope: string
  readonly notScopes: readonly string[]
}

/** Lists of all subscriptions by Resource Graph, 1,000 rows a request. Every method throws PortalError. */
export interface ArmInventory {
  listIdentityResources: ListPages<IdentityResource>
  /** Role assignments of service principals and of groups, also above the subscriptions. */
  listPrincipalRoles: ListPages<ListedAssignment>
  listRoleDefinitions: ListPages<ListedRole>
  /** Azure Policy assigned at a subscription, above it, and at what lies in it. */
  listSubscriptionPolicies(
    caller: Caller,
    subscriptionId: string,
    options: ReadOptions,
  ): Promise<readonly ScopedPolicyAssignment[]>
  /** Writes to identities and their trusts by the activity log of one subscription, newest first. */
  listCredentialWrites(
    caller: Caller,
    subscriptionId: string,
    wanted: LogWanted,
  ): Promise<ListPage<LoggedChange>>
}
