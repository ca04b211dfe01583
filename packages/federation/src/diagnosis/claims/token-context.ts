import type { DiagnosedTrust, SharedContext } from '../trust.ts'

/** One key of an issuer's JWKS. https://www.rfc-editor.org/rfc/rfc7517 */
export interface PublishedKey {
  readonly kty?: string
  readonly alg?: string
  readonly kid?: string
  readonly use?: string
}

/** A trust that knows its own age; otherwise that of the context counts. */
export interface KnownTrust extends DiagnosedTrust {
  readonly createdAt?: string
  readonly changedAt?: string
}

/** What is known around a token that is compared. Times are ISO 8601 with an offset. */
export interface TokenContext extends SharedContext {
  readonly trustCreatedAt?: string
  readonly trustChangedAt?: string
  /** The answer of Entra to this very token, such as `AADSTS700213`. */
  readonly rejectedWith?: string
  readonly jwks?: { readonly keys: readonly PublishedKey[] }
  /** A policy of the tenant that wants a claim in tokens of an issuer. */
  readonly tenantPolicy?: {
    readonly issuer: string
    readonly requiredClaim: string
    readonly values: readonly string[]
  }
  /** Client ID that the workload signs in with. */
  readonly clientId?: string
  /** The identity that holds the trusts. */
  readonly parent?: { readonly name?: string; readonly clientId?: string; readonly principalId?: string }
  readonly knownIdentities?: readonly KnownIdentity[]
}

export interface KnownIdentity {
  readonly name?: string
  readonly clientId?: string
  /** Object ID of the service principal. */
  readonly principalId?: string
  /** Object ID of the application. */
  readonly objectId?: string
  readonly resourceId?: string
}

/** The address of an issuer without its path, in small letters; empty when it is none. */
export function hostOf(issuer: string): string {
  return /^https?:\/\/([^/?#\s]+)/i.exec(issuer)?.[1]?.toLowerCase() ?? ''
}
