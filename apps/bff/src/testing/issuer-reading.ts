import type { KeyObject } from 'node:crypto'
import { publicPartsOf, keyFactsOf, usableKeysOf } from '../domain/issuer-key-set.ts'
import type { IssuerReading } from '../issuer-port.ts'

/** What is read at an issuer that publishes this one key, with the ID `own`. */
export function issuerReading(issuer: string, publicKey: KeyObject): IssuerReading {
  const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256' }] }
  const jwksUri = 'https://oidc.contoso.com/keys'
  const read = { ok: true, milliseconds: 1 } as const
  return {
    issuer,
    readAt: new Date(),
    document: { ...read, address: issuer, value: { issuer, jwks_uri: jwksUri } },
    keys: { ...read, address: jwksUri, value: publicPartsOf(keys) },
    keyFacts: keyFactsOf(keys),
    jwks: usableKeysOf(keys),
  }
}
