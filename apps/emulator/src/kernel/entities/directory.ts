import type { FederatedCredential } from './federated-credential.ts'

/** What Microsoft Graph keeps of a tenant, with the vendor's property names. Times are milliseconds since 1970. */

export interface User {
  objectId: string
  username: string
  displayName: string
  password: string
  /** Seed role, shown on the sign-in page; what the person may do comes from role assignments. */
  role: 'developer' | 'admin' | 'reader'
  /** The account is disabled: nobody signs in with it. */
  blocked?: boolean
}

export interface Group {
  objectId: string
  displayName: string
  mailNickname: string
  memberIds: string[]
  createdAt: number
}

/** A directory role such as Application Administrator, held by a person or a service principal. */
export interface DirectoryRoleMember {
  roleTemplateId: string
  principalId: string
}

/** https://learn.microsoft.com/graph/api/resources/application */
export interface Application {
  objectId: string
  appId: string
  displayName: string
  description: string | null
  notes: string | null
  /** Alternate key, set once. */
  uniqueName: string | null
  createdAt: number
  signInAudience: SignInAudience
  identifierUris: string[]
  tags: string[]
  redirectUris: { web: string[]; spa: string[]; publicClient: string[] }
  /** Addresses that logout may return to, beside the redirect addresses. */
  logoutUris: string[]
  homePageUrl: string | null
  implicitGrant: { idTokens: boolean; accessTokens: boolean }
  /** True: flows without a client secret, such as device code, are allowed. Null means false. */
  isFallbackPublicClient: boolean | null
  api: ApplicationApi
  appRoles: AppRole[]
  requiredResourceAccess: RequiredResourceAccess[]
  keyCredentials: KeyCredential[]
  passwordCredentials: PasswordCredential[]
  ownerIds: string[]
  /** Properties of Graph's that nothing here reads, such as `optionalClaims`, as they were written. */
  furtherProperties?: Record<string, unknown>
}

export type SignInAudience =
  'AzureADMyOrg' | 'AzureADMultipleOrgs' | 'AzureADandPersonalMicrosoftAccount' | 'PersonalMicrosoftAccount'

export interface ApplicationApi {
  /** 2: access tokens for this resource are version 2.0; null and 1: version 1.0. */
  requestedAccessTokenVersion: 1 | 2 | null
  acceptMappedClaims: boolean | null
  knownClientApplications: string[]
  oauth2PermissionScopes: PermissionScope[]
  preAuthorizedApplications: { appId: string; delegatedPermissionIds: string[] }[]
}

export interface PermissionScope {
  id: string
  value: string
  type: 'User' | 'Admin'
  isEnabled: boolean
  adminConsentDisplayName: string
  adminConsentDescription: string
  userConsentDisplayName: string | null
  userConsentDescription: string | null
}

export interface AppRole {
  id: string
  value: string | null
  displayName: string
  description: string
  allowedMemberTypes: ('User' | 'Application')[]
  isEnabled: boolean
}

export interface RequiredResourceAccess {
  resourceAppId: string
  resourceAccess: { id: string; type: 'Scope' | 'Role' }[]
}

export interface KeyCredential {
  keyId: string
  displayName: string | null
  type: string
  usage: string
  /** Base64 of the DER certificate. */
  key: string
  /** Base64 of the SHA-1 thumbprint, as `x5t` carries it once made url-safe. */
  customKeyIdentifier: string
  startAt: number
  endAt: number
}

export interface PasswordCredential {
  keyId: string
  displayName: string | null
  /** First three characters of the secret. */
  hint: string
  /** SHA-256, base64url: the secret itself is shown once and never kept. */
  hash: string
  startAt: number
  endAt: number
}

/** https://learn.microsoft.com/graph/api/resources/serviceprincipal. Those of managed identities follow from the identity and are not kept. */
export interface ServicePrincipal {
  objectId: string
  appId: string
  /** Tenant that the principal stands in; not the application's home when consent was given elsewhere. */
  tenantId: string
  displayName: string
  servicePrincipalType: 'Application' | 'Legacy'
  accountEnabled: boolean
  appRoleAssignmentRequired: boolean
  tags: string[]
  ownerIds: string[]
  createdAt: number
  /** Properties of Graph's that nothing here reads, such as `notes`, as they were written. */
  furtherProperties?: Record<string, unknown>
}

/** An application in the directory's recycle bin, for 30 days. */
export interface DeletedApplication {
  application: Application
  credentials: FederatedCredential[]
  servicePrincipals: ServicePrincipal[]
  deletedAt: number
}

/** One row of `auditLogs/directoryAudits`. https://learn.microsoft.com/graph/api/resources/directoryaudit */
export interface DirectoryAudit {
  id: string
  at: number
  activity: string
  operationType: 'Add' | 'Update' | 'Delete' | 'Assign'
  correlationId: string
  initiator: { kind: 'user' | 'app'; id: string; name: string | null; appId: string }
  target: { id: string; type: string; displayName: string | null }
  changes: { name: string; before: string | null; after: string | null }[]
}

/** Consent: permissions that a client may use for one person, or for everybody when `principalId` is null. */
export interface PermissionGrant {
  id: string
  /** Object id of the client's service principal. */
  clientId: string
  consentType: 'AllPrincipals' | 'Principal'
  principalId: string | null
  /** Object id of the resource's service principal. */
  resourceId: string
  /** Space-separated. */
  scope: string
}

/** An application permission (`roles` claim) granted to a service principal. */
export interface AppRoleAssignment {
  id: string
  appRoleId: string
  principalId: string
  principalType: 'User' | 'Group' | 'ServicePrincipal'
  resourceId: string
  createdAt: number
}
