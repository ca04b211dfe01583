/** What Entra keeps of sign-ins and of what it handed out. Times are milliseconds since 1970. */

export interface RefreshToken {
  userObjectId: string
  clientId: string
  scopes: string[]
  sessionId: string
  issuedAt: number
  /** The client proved nothing when it got it, and need not when it uses it. */
  publicClient?: boolean
  /** Of a single-page application: it lives for a day counted from `startedAt`, however often it is renewed. */
  singlePage?: { startedAt: number }
  /** Authentication contexts that the sign-in satisfied. */
  acrs?: string[]
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
  /** The person also proved a second factor. */
  multifactor?: boolean
}

export interface AuthorizationCode {
  clientId: string
  redirectUri: string
  userObjectId: string
  sessionId: string
  scopes: string[]
  nonce: string | null
  /** Null when the client sent none. */
  codeChallenge: string | null
  /** How the challenge was made; left out: S256. */
  challengeMethod?: 'plain'
  /** Platform that the redirect address is registered under; left out: web. */
  redirectType?: 'web' | 'spa' | 'publicClient'
  /** Authentication contexts that the sign-in satisfied. */
  acrs?: string[]
  issuedAt: number
  redeemed: boolean
}

export interface DeviceCode {
  userCode: string
  clientId: string
  scopes: string[]
  /** The `claims` parameter of the request. */
  claims?: string
  issuedAt: number
  state: 'pending' | 'approved' | 'declined' | 'redeemed'
  userObjectId: string | null
  sessionId: string | null
  /** Authentication contexts that the sign-in satisfied. */
  acrs?: string[]
}

/** One row of `auditLogs/signIns`. https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta */
export interface SignIn {
  id: string
  at: number
  eventType: 'interactiveUser' | 'nonInteractiveUser' | 'servicePrincipal' | 'managedIdentity'
  appId: string
  appDisplayName: string
  userObjectId: string | null
  servicePrincipalId: string | null
  resourceAppId: string
  resourceDisplayName: string
  clientCredentialType:
    | 'none'
    | 'clientSecret'
    | 'clientAssertion'
    | 'federatedIdentityCredential'
    | 'managedIdentity'
    | 'certificate'
  federatedCredentialId: string | null
  federatedTokenIssuer: string | null
  /** 0 for success, else the number after AADSTS. */
  errorCode: number
  failureReason: string | null
  ipAddress: string
  correlationId: string
}

/**
 * When an application last got tokens: one row of `reports/servicePrincipalSignInActivities`.
 * https://learn.microsoft.com/graph/api/resources/serviceprincipalsigninactivity?view=graph-rest-beta
 */
export interface SignInActivity {
  appId: string
  delegatedClient: LastSignIn | null
  delegatedResource: LastSignIn | null
  applicationClient: LastSignIn | null
  applicationResource: LastSignIn | null
}

export interface LastSignIn {
  at: number
  requestId: string
}
