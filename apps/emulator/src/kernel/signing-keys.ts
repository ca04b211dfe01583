import type { JWTPayload } from 'jose'

/** RSA signing keys by purpose, made when first asked for and kept on disk. */
export interface SigningKeys {
  /** Signs with RS256 and the key's `kid` in the header. */
  sign: (
    purpose: string,
    claims: Record<string, unknown>,
    header?: Record<string, unknown>,
  ) => Promise<string>
  /** Public keys, newest first, as a JWKS document. */
  publicKeys: (purpose: string) => Promise<{ keys: Record<string, unknown>[] }>
  /** Verifies a token that `sign` made: RS256, issuer, audience and lifetime. Rejects with an error of `jose`. */
  verify: (purpose: string, token: string, expected: ExpectedToken) => Promise<JWTPayload>
}

interface ExpectedToken {
  issuer: string
  audience: string[]
  /** Milliseconds since 1970. */
  now: number
}
