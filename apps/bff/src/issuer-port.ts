import type { JSONWebKeySet } from 'jose'
import type { FetchRefusal, RefusalFacts } from './guarded-fetch/guarded-fetch-types.ts'

/** One fetched document, or why there is none. `value` comes from outside and may be any JSON. */
export type ReadDocument =
  | { readonly ok: true; readonly address: string; readonly milliseconds: number; readonly value: unknown }
  | {
      readonly ok: false
      readonly address: string
      readonly milliseconds: number
      readonly reason: FetchRefusal | 'status'
      readonly facts: RefusalFacts
    }

/** What can be told of one published key. Dates are ISO 8601, of the first certificate in `x5c`. */
export interface IssuerKeyFact {
  readonly kid?: string
  readonly kty?: string
  readonly alg?: string
  readonly use?: string
  /** Of an RSA key. */
  readonly bits?: number
  /** A private part is published; which one is never told. */
  readonly private: boolean
  readonly certificateStartsAt?: string
  readonly certificateEndsAt?: string
}

/** What an issuer answered, as Entra would ask it. */
export interface IssuerReading {
  readonly issuer: string
  readonly readAt: Date
  /** `<issuer>/.well-known/openid-configuration`; of the document only what is judged. */
  readonly document: ReadDocument
  /** At `jwks_uri`, without any private part; null where no document names one. */
  readonly keys: ReadDocument | null
  readonly keyFacts: readonly IssuerKeyFact[]
  /**
   * The public RSA keys for RS256; null where the document could not be read, names another issuer than the asked one
   * (to the byte), or its keys could not be read.
   */
  readonly jwks: JSONWebKeySet | null
}

/** Outside issuers, read through the guarded fetch and remembered for minutes by tenant and issuer. */
export interface Issuers {
  /**
   * Never throws for what the issuer does. `who` is counted against the caps on reads at the same time (a person's object
   * ID, or a beacon's ID). `fresh`: what was read more than some seconds ago does not count, as for a key that is not
   * among the known ones. Throws PortalError TOO_MANY_REQUESTS.
   */
  readIssuer(asked: {
    readonly tenantId: string
    readonly who: string
    readonly issuer: string
    readonly fresh?: boolean
  }): Promise<IssuerReading>
}
