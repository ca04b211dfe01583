import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { parseAssertion } from './parse-assertion.ts'
import { verifySignature } from './verify-signature.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const issuer = 'https://issuer.example'

function tokenOf(key: KeyObject): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const header = part({ alg: 'RS256', typ: 'JWT', kid: 'one' })
  const signed = `${header}.${part({ iss: issuer, sub: 'a', aud: 'b', exp: 4_000_000_000 })}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

function verify(token: string, published: Record<string, unknown>) {
  const fetchIssuer = (url: string) => {
    const body = url.endsWith('/keys') ? { keys: [published] } : { issuer, jwks_uri: `${issuer}/keys` }
    return Promise.resolve({ status: 200, body: JSON.stringify(body) })
  }
  return verifySignature(token, parseAssertion(token), { ...emulator.world, fetchIssuer })
}

const long = generateKeyPairSync('rsa', { modulusLength: 2048 })
const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
const jwk = (key: KeyObject) => ({ ...key.export({ format: 'jwk' }), kid: 'one' })

test('a key of 2048 bits verifies what it signed', async () => {
  await expect(verify(tokenOf(long.privateKey), jwk(long.publicKey))).resolves.toBeUndefined()
})

test.for<[string, KeyObject, Record<string, unknown>, number]>([
  ['of 1024 bits', short.privateKey, jwk(short.publicKey), 5002730],
  ['without a modulus', long.privateKey, { ...jwk(long.publicKey), n: '' }, 5002730],
  ['of another curve', long.privateKey, { kty: 'EC', kid: 'one', crv: 'P-256', x: 'x', y: 'y' }, 7000272],
  ['under another name', long.privateKey, { ...jwk(long.publicKey), kid: 'two' }, 7000272],
  ['that did not sign', short.privateKey, jwk(long.publicKey), 700027],
])('a published key %s is refused in the words of Entra', async ([, key, published, code]) => {
  await expect(verify(tokenOf(key), published)).rejects.toMatchObject({ failure: { code } })
})
