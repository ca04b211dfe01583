import { createLocalJWKSet, type JWTVerifyGetKey } from 'jose'
import type { IssuerReading } from '../issuer-port.ts'

/**
 * The issuer's keys for jose's `jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })`; null where they could not be
 * read, or belong to another issuer.
 */
export function issuerKeys({ jwks }: IssuerReading): JWTVerifyGetKey | null {
  return jwks === null ? null : createLocalJWKSet(jwks)
}
