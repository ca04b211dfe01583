/** The tenant's state, as the vendor's documents describe it. Key of each collection in brackets. */
export interface Entities {
  /** [objectId] */
  users: User
  /** [subscriptionId] */
  subscriptions: Subscription
  /** [`/subscriptions/{id}/resourcegroups/{name}`, lower case] */
  resourceGroups: ResourceGroup
  /** [resource id, lower case] */
  identities: ManagedIdentity
  /** [resource id, lower case, or `/applications/{objectId}/federatedidentitycredentials/{id}`] */
  credentials: FederatedCredential
  /** [appId] */
  applications: Application
  /** [`{scope}/providers/Microsoft.Authorization/roleAssignments/{name}`, lower case] */
  roleAssignments: RoleAssignment
  /** [token hash] refresh tokens handed out; using one hands out another and leaves it valid, as Entra does */
  refreshTokens: RefreshToken
  /** [sessionId] one for each sign-in of a person in a browser */
  sessions: Session
  /** [code hash] authorization codes, kept after use so that a second use is told apart from an unknown code */
  authorizationCodes: AuthorizationCode
}

export interface User {
  objectId: string
  username: string
  displayName: string
  password: string
  /** Seed role, shown on the sign-in page; what the person may do comes from role assignments. */
  role: 'developer' | 'admin' | 'reader'
}

export interface Subscription {
  subscriptionId: string
  displayName: string
  state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted'
}

export interface ResourceGroup {
  subscriptionId: string
  name: string
  location: string
  tags: Record<string, string>
}

export interface ManagedIdentity {
  subscriptionId: string
  resourceGroup: string
  name: string
  location: string
  tags: Record<string, string>
  principalId: string
  clientId: string
}

export interface FederatedCredential {
  id: string
  parent: { kind: 'managedIdentity'; resourceId: string } | { kind: 'application'; objectId: string }
  name: string
  issuer: string
  subject: string | null
  audiences: string[]
  description: string | null
}

export interface Application {
  objectId: string
  appId: string
  /** Object id of its service principal: what role assignments name. */
  servicePrincipalId: string
  displayName: string
  secrets: string[]
  redirectUris: { web: string[]; spa: string[]; publicClient: string[] }
  logoutUris: string[]
}

export interface RoleAssignment {
  name: string
  scope: string
  roleDefinitionId: string
  principalId: string
  principalType: 'User' | 'ServicePrincipal' | 'Group'
  createdAt: number
}

interface RefreshToken {
  userObjectId: string
  clientId: string
  scopes: string[]
  sessionId: string
  issuedAt: number
}

export interface Session {
  sessionId: string
  userObjectId: string
  /** SHA-256 of the single sign-on cookie's secret part. */
  cookieHash: string
  startedAt: number
  /** Signed out in the browser: the cookie is worthless, tokens live on until they expire. */
  signedOut: boolean
  /** Ended by an administrator: refresh and access tokens are refused too. */
  revoked: boolean
  revokedAt?: number
}

export interface AuthorizationCode {
  clientId: string
  redirectUri: string
  userObjectId: string
  sessionId: string
  scopes: string[]
  nonce: string | null
  /** S256 challenge; null when the client sent none. */
  codeChallenge: string | null
  issuedAt: number
  redeemed: boolean
}
