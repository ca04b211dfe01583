/**
 * What of Azure's behaviour in time is switched on. Changed in place while the emulator runs; every field is read
 * at the moment of use. A new one gets its limits and its words in `reality-fields.ts`.
 */
export interface Reality {
  /** Scales the published rate limits of ARM, its resource providers and Graph: 1 is Azure's, 10 ten times as much, 0 none. */
  throttleScale: number
  /** Seconds of its refill that a resource provider's bucket holds. Azure publishes only the rate. */
  throttleBurstSeconds: number
  /** Size class of the tenant for Graph's limits. */
  graphTenantSize: 'small' | 'medium' | 'large'
  /** Added to every answer, in milliseconds. */
  latencyMs: number
  /** How long a write of ARM is not yet seen by its reads. */
  armVisibilityMs: number
  /** How long a write of Graph is not yet seen by its reads. */
  graphVisibilityMs: number
  /** How long a new parent takes no credential: its child's write does not find it. */
  parentVisibilityMs: number
  /** How long after a credential's creation or deletion the exchange answers now one way, now the other. */
  propagationMs: number
  /** How long Entra keeps an outside issuer's keys before it asks again. */
  issuerKeyCacheMs: number
  /** How long the issuer that is slow on purpose takes for its discovery document. */
  slowIssuerMs: number
  /** `continuousAccess` refuses tokens of clients that can take it once; `multifactorOnWrites` demands a second factor for ARM writes. */
  claimsChallenge: 'off' | 'continuousAccess' | 'multifactorOnWrites'
  /** Flexible expressions on applications: a preview that a tenant may lack. */
  expressionsOnApplications: boolean
  /** Flexible expressions on managed identities: rolling out, so off. */
  expressionsOnManagedIdentities: boolean
  /** Which claims a GitLab expression must pin; two pages of Microsoft's disagree. */
  gitlabRequiredClaims: 'anyId' | 'projectId'
  /** Graph v1.0 breaks a list off in the middle when it meets a flexible credential, as it did in 2024. */
  brokenCredentialList: boolean
  /**
   * Whether Graph finds objects by their credentials: as documented, not at all, or for applications alone, so that the lists
   * of managed identities hold none.
   */
  credentialFilters: 'served' | 'refused' | 'applicationsOnly'
  /** The tenant has the licence (Entra ID P1) without which Graph shows nobody its sign-in log. */
  signInLogLicence: boolean
  /** Issuers that a tenant policy refuses in new credentials. */
  refusedIssuers: string[]
}

export const azureReality: Readonly<Reality> = {
  throttleScale: 1,
  throttleBurstSeconds: 60,
  graphTenantSize: 'small',
  latencyMs: 0,
  armVisibilityMs: 0,
  graphVisibilityMs: 0,
  parentVisibilityMs: 0,
  propagationMs: 0,
  issuerKeyCacheMs: 20 * 60_000,
  slowIssuerMs: 30_000,
  claimsChallenge: 'off',
  expressionsOnApplications: true,
  expressionsOnManagedIdentities: false,
  gitlabRequiredClaims: 'anyId',
  brokenCredentialList: false,
  credentialFilters: 'served',
  signInLogLicence: true,
  refusedIssuers: [],
}
