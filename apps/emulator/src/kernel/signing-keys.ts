import type { JWTPayload } from 'jose'

/** `rsa1024` is too short for anybody to accept; it is for issuers that are broken on purpose. */
export type KeyKind = 'rsa2048' | 'rsa1024' | 'p256'

/** Whose keys: a name (RSA, 2048 bits), or a name and the kind of key made for it. The kind belongs to every call. */
export type KeyPurpose = string | { name: string; kind: KeyKind }

/** Signing keys by purpose, made when first asked for and kept on disk. */
export interface SigningKeys {
  /** Signs with the newest published key (the newest at all when none is): RS256, or ES256 for `p256`. `kid` goes into the header. */
  sign: (
    purpose: KeyPurpose,
    claims: Record<string, unknown>,
    header?: Record<string, unknown>,
  ) => Promise<string>
  /** Public keys, newest first, as a JWKS document. Keys of `entra` carry `x5c` and `x5t`. */
  publicKeys: (purpose: KeyPurpose) => Promise<{ keys: Record<string, unknown>[] }>
  /** Makes a key that signs from now on; the ones before stay published. Gives its `kid`. */
  rotate: (purpose: KeyPurpose) => Promise<string>
  /** Publishes a key no longer: what it signed is not accepted any more. False when no published key has this `kid`. */
  retire: (purpose: KeyPurpose, kid: string) => Promise<boolean>
  /** Verifies a token that `sign` made: algorithm, issuer, audience and lifetime. Rejects with an error of `jose`. */
  verify: (purpose: KeyPurpose, token: string, expected: ExpectedToken) => Promise<JWTPayload>
}

interface ExpectedToken {
  issuer: string
  audience: string[]
  /** Milliseconds since 1970. */
  now: number
}
