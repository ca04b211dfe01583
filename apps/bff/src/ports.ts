import type {
  ActivityOperation,
  ActivityOutcome,
  Cluster,
  ClusterPath,
  ErrorCode,
  Identity,
  IdentityPath,
  NewIdentity,
  NewResourceGroup,
  ResourceGroup,
  Subscription,
} from '@trustwright/shared-schemas'
import type { ArmInventory } from './inventory-port.ts'

/** Milliseconds since 1970 in UTC. */
export interface Clock {
  now(): number
}

/** The signed-in person, by tenant and object ID; the user name is for showing only. */
export interface Caller {
  /** The SHA-256 of the cookie's value, or `bearer.` and that of the access token; never the value. */
  readonly sessionId: string
  readonly objectId: string
  readonly tenantId: string
  readonly username: string
  /** An administrator of the portal, as their sign-in told; left out: not one. */
  readonly isAdmin?: boolean
}

export interface ArmToken {
  readonly token: string
  readonly expiresAt: Date
}

/** `permissions` are the delegated ones that the portal was given, such as `Application.Read.All`. */
export interface GraphToken extends ArmToken {
  readonly permissions: readonly string[]
}

export interface TokenOptions {
  /** Decoded JSON of a claims challenge (WWW-Authenticate, `insufficient_claims`). */
  readonly claims?: string
  /** Skips the cached access token, after Azure refused it. */
  readonly forceRefresh?: boolean
}

/** The person's own delegated tokens. */
export interface TokenSource {
  /**
   * A token of the caller for ARM.
   * Throws PortalError: SESSION_ENDED (the session is gone then), STEP_UP_REQUIRED, UPSTREAM_FAILED, UPSTREAM_TIMEOUT.
   */
  armToken(caller: Caller, options?: TokenOptions): Promise<ArmToken>
  /** A token of the caller for Microsoft Graph. Throws as `armToken` does, and FORBIDDEN where nobody consented. */
  graphToken(caller: Caller, options?: TokenOptions): Promise<GraphToken>
  /** Keeps claims that Azure still asks for of the best token that Entra gives: the next sign-in has to prove them. */
  rememberStepUp(caller: Caller, claims: string): Promise<void>
}

export interface ActivityStart {
  readonly caller: Caller
  readonly operation: ActivityOperation
  /** ARM resource ID, `/applications/<appId>` and below, or `/tenants/<id>` for a session event. */
  readonly target: string
  readonly before?: Record<string, unknown> | null
  /** The values asked for. */
  readonly after?: Record<string, unknown> | null
}

export interface ActivityEnd {
  readonly outcome: Exclude<ActivityOutcome, 'started'>
  readonly after?: Record<string, unknown> | null
  readonly problemCode?: ErrorCode | null
  readonly upstreamRequestId?: string | null
}

/** The audit trail. */
export interface Audit {
  /** The row is durable when this returns; throws, so that nothing goes upstream, when it cannot be. */
  begin(event: ActivityStart): Promise<string>
  finish(activityId: string, end: ActivityEnd): Promise<void>
  /** An event without an upstream call: begun and finished in one row. */
  record(event: ActivityStart & ActivityEnd): Promise<void>
}

/** Reads one identity as the caller; throws NOT_FOUND or FORBIDDEN as Azure does. */
export interface IdentityReader {
  readIdentity(caller: Caller, path: IdentityPath): Promise<Identity>
}

export interface SubscriptionReader {
  /** Those that the caller may read. */
  listSubscriptions(caller: Caller, options?: ReadOptions): Promise<Subscription[]>
}

/** A federated identity credential as ARM or Graph returned it, whatever it holds. */
export interface StoredCredential {
  /** ARM resource ID, or `/applications/<appId>/federatedIdentityCredentials/<name>`. */
  readonly id: string
  readonly name: string
  readonly issuer: string
  readonly subject: string | null
  readonly audiences: readonly string[]
  /** The rest is of applications only. Graph's own ID. */
  readonly credentialId?: string
  readonly description?: string | null | undefined
  /** `claimsMatchingExpression` of a flexible credential; it has no subject. */
  readonly expression?: string | null | undefined
}

export type CredentialValues = Pick<
  StoredCredential,
  'issuer' | 'subject' | 'audiences' | 'description' | 'expression'
>

/** One effective role, as ARM's permissions API tells. */
export interface Permission {
  readonly actions: readonly string[]
  readonly notActions: readonly string[]
}

/** A role held at a scope, as ARM's role assignments tell. */
export interface StoredAssignment {
  readonly id: string
  readonly scope: string
  readonly roleDefinitionId: string
  readonly principalId: string
  readonly condition: string | null
}

/** `id` is chosen by whoever asks, so a lost answer can be looked for. */
export interface NewAssignment extends Pick<StoredAssignment, 'id' | 'roleDefinitionId' | 'principalId'> {
  /** Azure shows it beside the assignment. */
  readonly description?: string
}

export interface RoleDefinition {
  readonly roleName: string
  readonly permissions: readonly Permission[]
}

/** Where a resource group lives. */
export type GroupPath = Pick<IdentityPath, 'subscriptionId' | 'resourceGroup'>

/** A resource group, or one identity in it. */
export type PermissionScope = GroupPath & Partial<Pick<IdentityPath, 'identityName'>>

/** `upstreamRequestId` is Azure's own, for the audit trail. */
export interface Written<T> {
  readonly value: T
  readonly upstreamRequestId: string | null
}

export interface ReadOptions {
  /** A background pass: being throttled is told at once (THROTTLED with its wait) instead of waited for. */
  readonly background?: boolean
  /** Told of every request that goes out for it, repeated ones too. */
  readonly onSent?: () => void
}

/** An assignment of Azure Policy that covers an identity, with the names of ARM. */
export interface StoredPolicyAssignment {
  readonly displayName: string
  /** ARM ID of the definition or initiative. */
  readonly definitionId: string
  /** Values of the assignment's own parameters; the definition's defaults are not in it. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** False where the assignment only reports (`enforcementMode` is `DoNotEnforce`). */
  readonly isEnforced: boolean
}

/** A management lock at an identity or above it. */
export interface StoredLock {
  readonly name: string
  readonly level: string
  readonly scope: string
}

export interface CredentialWrite {
  readonly name: string
  readonly values: CredentialValues
  /** What is stored now; null when the name is new. */
  readonly before: (CredentialValues & Pick<Partial<StoredCredential>, 'credentialId'>) | null
}

/**
 * Azure Resource Manager, always with the caller's own token. Every method throws PortalError. A write whose answer was
 * lost is read again and compared: the same values count as written; a PortalError whose cause is an UnsettledWrite
 * says that it stays unknown.
 */
export interface Arm extends IdentityReader, SubscriptionReader, ArmInventory {
  listLocations(caller: Caller, subscriptionId: string): Promise<{ name: string; displayName: string }[]>
  listResourceGroups(caller: Caller, subscriptionId: string): Promise<ResourceGroup[]>
  findResourceGroup(caller: Caller, subscriptionId: string, name: string): Promise<ResourceGroup | null>
  createResourceGroup(
    caller: Caller,
    subscriptionId: string,
    group: NewResourceGroup,
  ): Promise<Written<ResourceGroup>>
  listIdentities(caller: Caller, subscriptionId: string, options?: ReadOptions): Promise<Identity[]>
  /** Those of all subscriptions by Resource Graph; not complete where there are more than 20,000. */
  queryIdentities(caller: Caller): Promise<{ identities: Identity[]; complete: boolean }>
  /** Managed clusters of all subscriptions by Resource Graph; not complete where there are more than 20,000. */
  queryClusters(caller: Caller): Promise<{ clusters: Cluster[]; complete: boolean }>
  listClusters(caller: Caller, subscriptionId: string): Promise<Cluster[]>
  readCluster(caller: Caller, path: ClusterPath): Promise<Cluster>
  findIdentity(caller: Caller, path: IdentityPath): Promise<Identity | null>
  createIdentity(caller: Caller, group: GroupPath, identity: NewIdentity): Promise<Written<Identity>>
  /** The caller's effective roles on one identity, or on the resource group where no identity is named. */
  listPermissions(caller: Caller, scope: PermissionScope): Promise<Permission[]>
  /** The same at a resource group or any resource in one, named by its ARM ID; null at other scopes, which ARM does not tell. */
  listPermissionsAt(caller: Caller, scope: string): Promise<Permission[] | null>
  /** The caller's roles at the subscription or above it; null where Azure does not tell them. */
  listSubscriptionRoles(caller: Caller, subscriptionId: string): Promise<Permission[] | null>
  /** Assignments at, above and below the subscription of a principal, and of the groups it is a member of. */
  listAssignments(caller: Caller, subscriptionId: string, principalId: string): Promise<StoredAssignment[]>
  readRoleDefinition(caller: Caller, subscriptionId: string, id: string): Promise<RoleDefinition>
  readAssignment(caller: Caller, id: string): Promise<StoredAssignment>
  /**
   * To a service principal, which managed identities have as well. Azure refuses people and groups, and takes an ID that
   * it does not know yet, so that a new identity need not wait.
   */
  createAssignment(caller: Caller, wanted: NewAssignment): Promise<Written<StoredAssignment>>
  /** An assignment that is gone already counts as deleted. */
  deleteAssignment(caller: Caller, id: string): Promise<Written<null>>
  /** Those that cover the identity, also from above; excluded scopes are taken out. */
  listPolicyAssignments(caller: Caller, path: IdentityPath): Promise<StoredPolicyAssignment[]>
  /** At the identity and above it. */
  listLocks(caller: Caller, path: IdentityPath): Promise<StoredLock[]>
  listCredentials(caller: Caller, path: IdentityPath, options?: ReadOptions): Promise<StoredCredential[]>
  readCredential(caller: Caller, path: IdentityPath, name: string): Promise<StoredCredential>
  putCredential(
    caller: Caller,
    path: IdentityPath,
    write: CredentialWrite,
  ): Promise<Written<StoredCredential>>
  /** A credential that is gone already counts as deleted. */
  deleteCredential(caller: Caller, path: IdentityPath, name: string): Promise<Written<null>>
}

export interface ExchangeRequest {
  /** Client ID of the identity that the workload wants to become. */
  readonly clientId: string
  /** The outside token. It goes to Entra and nowhere else. */
  readonly assertion: string
}

/** Entra's answer to an exchange: when the access would end, or its refusal. Never the access token. */
export type ExchangeAnswer =
  | { readonly accepted: true; readonly accessEndsAt: Date }
  | {
      readonly accepted: false
      readonly error: string | null
      readonly description: string
      readonly codes: readonly number[]
      readonly traceId: string | null
      readonly correlationId: string | null
      readonly timestamp: string | null
    }

/** Entra's token endpoint as a workload uses it. Throws PortalError: UPSTREAM_FAILED, UPSTREAM_TIMEOUT, THROTTLED. */
export interface Exchange {
  exchange(request: ExchangeRequest): Promise<ExchangeAnswer>
}
