import { compactVerify, errors, importJWK } from 'jose'
import type { World } from '../../kernel/world.ts'
import { readEntraIssuer } from './entra-issuer.ts'
import { exchangeFaults } from './exchange-faults.ts'
import { cachedIssuerKeys } from './issuer-key-cache.ts'
import { rsaKeys, type RsaKey } from './issuer-keys.ts'
import type { Assertion } from './parse-assertion.ts'

const shortestKeyBits = 2048

/** Throws unless one of the issuer's published keys signed the token. */
export async function verifySignature(token: string, assertion: Assertion, world: World): Promise<void> {
  const { issuer, kid } = assertion
  const keys = await keysOf(issuer, world)
  const key = keys.find((each) => each.kid === kid)
  if (!key) throw exchangeFaults.unknownKey(kid, issuer)
  const imported = await usableKey(key)
  try {
    await compactVerify(token, imported, { algorithms: ['RS256'] })
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) throw error
    throw exchangeFaults.wrongSignature()
  }
}

/** Entra does not ask itself over the network. */
async function keysOf(issuer: string, world: World): Promise<readonly RsaKey[]> {
  if (!readEntraIssuer(issuer, world)) return cachedIssuerKeys(issuer, world)
  return rsaKeys((await world.keys.publicKeys('entra')).keys)
}

async function usableKey(key: RsaKey) {
  if (Buffer.from(key.n, 'base64url').length * 8 < shortestKeyBits) throw exchangeFaults.unusableKey()
  try {
    return await importJWK(key, 'RS256')
  } catch {
    throw exchangeFaults.unusableKey()
  }
}
