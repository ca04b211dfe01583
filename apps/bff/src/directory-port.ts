import type {
  Application,
  ApplicationList,
  ApplicationOwner,
  DirectoryPrincipal,
  NewApplication,
} from '@trustwright/shared-schemas'
import type { DirectoryInventory } from './inventory-port.ts'
import type { Caller, CredentialWrite, ReadOptions, StoredCredential, Written } from './ports.ts'

export interface ApplicationQuery {
  readonly of: 'mine' | 'all'
  /** Part of the name, or a whole application ID; empty for everything. */
  readonly search: string
  readonly cursor?: string | undefined
  readonly limit: number
}

/** A person of the tenant. `enabled` is null where Graph does not tell. */
export interface Person {
  readonly objectId: string
  readonly username: string
  readonly displayName: string
  readonly enabled: boolean | null
}

/** One page of the applications that have trusts. */
export interface ApplicationsWithTrusts {
  readonly found: readonly { readonly application: Application; readonly credentials: StoredCredential[] }[]
  /** Those whose trusts Graph answered with something unreadable, while others could be read. */
  readonly broken: readonly Application[]
  /** All applications with trusts, as Graph counted; null where it did not. */
  readonly total: number | null
  readonly nextCursor: string | null
}

/** A row of Entra's sign-in log that names a credential. `errorCode` is 0 for a success. */
export interface CredentialSignIn {
  readonly at: Date
  readonly credentialId: string
  readonly errorCode: number
  readonly ipAddress: string
  readonly resource: string
  readonly correlationId: string
}

/**
 * The directory through Microsoft Graph, always with the caller's own token. Every method throws PortalError; FORBIDDEN
 * tells whether the portal's permission or the person's role is missing. A write whose answer was lost is settled as in
 * `Arm`.
 */
export interface Directory extends DirectoryInventory {
  searchApplications(caller: Caller, query: ApplicationQuery): Promise<ApplicationList>
  readApplication(caller: Caller, appId: string): Promise<Application>
  listOwners(caller: Caller, appId: string): Promise<ApplicationOwner[]>
  /** Object ID of the application's service principal in this tenant. */
  findServicePrincipal(caller: Caller, appId: string): Promise<string | null>
  /** Single-tenant. Graph makes the caller its owner, unless an administrator's role lets them do without. */
  createApplication(caller: Caller, wanted: NewApplication): Promise<Written<Application>>
  /** By the unique name that `createUniqueApplication` gave it. */
  findUniqueApplication(caller: Caller, uniqueName: string): Promise<Application | null>
  /** The same as `createApplication`, with a key of the portal's own, by which Graph makes it once and it is found again. */
  createUniqueApplication(
    caller: Caller,
    wanted: NewApplication,
    uniqueName: string,
  ): Promise<Written<Application>>
  /** Who is an owner already stays one. */
  addOwner(caller: Caller, appId: string, objectId: string): Promise<Written<null>>
  createServicePrincipal(caller: Caller, appId: string): Promise<Written<string>>
  /**
   * Template IDs of the directory roles that the caller holds over the whole tenant, also through groups. Null where Graph
   * shows that there are some, but not which: that takes RoleManagement.Read.Directory or Directory.Read.All.
   */
  listOwnRoles(caller: Caller): Promise<string[] | null>
  /** Which of these groups the caller is a member of, also through others. At most 20 go into one request. */
  checkMemberGroups(caller: Caller, groupIds: readonly string[]): Promise<string[]>
  /** The first ten whose name or user name begins so. */
  searchPeople(caller: Caller, text: string): Promise<readonly Person[]>
  /** The first ten whose name begins so. */
  searchGroups(caller: Caller, text: string): Promise<readonly DirectoryPrincipal[]>
  /** People and groups by object ID, in one request for up to 1,000; who is not there is left out. */
  readPrincipals(caller: Caller, ids: readonly string[]): Promise<readonly DirectoryPrincipal[]>
  /** By object ID or user name; null where there is nobody. */
  findPerson(caller: Caller, key: string): Promise<Person | null>
  /** Delegated permissions that the portal was given. */
  listPermissions(caller: Caller): Promise<readonly string[]>
  listCredentials(caller: Caller, appId: string, options?: ReadOptions): Promise<StoredCredential[]>
  /** `key` is its name or its ID. */
  readCredential(caller: Caller, appId: string, key: string): Promise<StoredCredential>
  /** Where `before` is null the name has to be free; otherwise the stored values are replaced. */
  putCredential(caller: Caller, appId: string, write: CredentialWrite): Promise<Written<StoredCredential>>
  /** A credential that is gone already counts as deleted. */
  deleteCredential(caller: Caller, appId: string, key: string): Promise<Written<null>>
  listApplicationsWithTrusts(
    caller: Caller,
    cursor: string | null,
    options?: ReadOptions,
  ): Promise<ApplicationsWithTrusts>
  /** Graph's own ID of a managed identity's trust, which ARM does not tell. `principalId` is the identity's. */
  findCredentialId(caller: Caller, principalId: string, name: string): Promise<string | null>
  /** Sign-ins of one identity or application that name a credential; not complete where there are more than 400 rows. */
  listCredentialSignIns(
    caller: Caller,
    clientId: string,
    since: Date,
  ): Promise<{ readonly signIns: readonly CredentialSignIn[]; readonly complete: boolean }>
}
