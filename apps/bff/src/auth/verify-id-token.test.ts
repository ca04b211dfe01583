import { createLocalJWKSet, errors, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { beforeAll, expect, test } from 'vitest'
import type { EntraFacts } from './entra-metadata.ts'
import { OtherTenantError, verifyIdToken } from './verify-id-token.ts'

const now = 1_800_000_000
const clock = { now: () => now * 1000 }
const issuer = 'https://login.microsoftonline.com/tenant-a/v2.0'
const expected = { clientId: 'portal', tenantId: 'tenant-a', nonce: 'nonce-1' }
const good: JWTPayload = {
  iss: issuer,
  aud: 'portal',
  oid: 'object-1',
  tid: 'tenant-a',
  nonce: 'nonce-1',
  iat: now,
  nbf: now,
  exp: now + 3600,
  preferred_username: 'dana@contoso.com',
}

let entra: EntraFacts
let sign: (claims: JWTPayload, header?: Record<string, unknown>) => Promise<string>
let foreign: (claims: JWTPayload) => Promise<string>

beforeAll(async () => {
  const [own, other] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k1', use: 'sig' }
  const endpoint = 'https://login.microsoftonline.com/tenant-a'
  entra = {
    authority: endpoint,
    metadata: async () => ({
      issuer,
      authorization_endpoint: endpoint,
      token_endpoint: endpoint,
      jwks_uri: endpoint,
      end_session_endpoint: endpoint,
    }),
    findKey: createLocalJWKSet({ keys: [jwk] }),
  }
  sign = async (claims, header = {}) =>
    await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1', ...header }).sign(own.privateKey)
  foreign = async (claims) =>
    await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k1' }).sign(other.privateKey)
})

test('a genuine token gives its claims', async () => {
  expect(await verifyIdToken(await sign(good), expected, entra, clock)).toMatchObject({ oid: 'object-1' })
})

test.each([
  ['no claim', {}, []],
  ['the app roles', { roles: ['Trustwright.Admin', 'Other'] }, ['Trustwright.Admin', 'Other']],
])('roles are told as the token carries them: %s', async (_case, claims, roles) => {
  expect(await verifyIdToken(await sign({ ...good, ...claims }), expected, entra, clock)).toMatchObject({
    roles,
  })
})

const without = (name: string) => Object.fromEntries(Object.entries(good).filter(([claim]) => claim !== name))

const wrong: readonly (readonly [string, JWTPayload])[] = [
  ['another issuer', { ...good, iss: 'https://login.microsoftonline.com/tenant-b/v2.0' }],
  ['the issuer without its version', { ...good, iss: 'https://login.microsoftonline.com/tenant-a' }],
  ['another audience', { ...good, aud: 'another-app' }],
  ['no audience', without('aud')],
  ['another nonce', { ...good, nonce: 'nonce-2' }],
  ['no nonce', without('nonce')],
  ['no object ID', without('oid')],
  ['roles that are no list', { ...good, roles: 'Trustwright.Admin' }],
  ['an empty object ID', { ...good, oid: '' }],
  ['no tenant', without('tid')],
  ['no end', without('exp')],
  ['an end ten minutes ago', { ...good, exp: now - 600 }],
  ['a beginning in ten minutes', { ...good, nbf: now + 600 }],
]

test.each(wrong)('a token with %s is refused', async (_name, claims) => {
  await expect(verifyIdToken(await sign(claims), expected, entra, clock)).rejects.toBeInstanceOf(Error)
})

test('a genuine token of another tenant is told apart', async () => {
  const token = await sign({ ...good, tid: 'tenant-b' })
  await expect(verifyIdToken(token, expected, entra, clock)).rejects.toThrow(OtherTenantError)
})

test('clocks may differ by a few minutes', async () => {
  const token = await sign({ ...good, nbf: now + 240, exp: now - 240 })
  expect(await verifyIdToken(token, expected, entra, clock)).toMatchObject({ oid: 'object-1' })
})

test('a signature of another key is refused', async () => {
  await expect(verifyIdToken(await foreign(good), expected, entra, clock)).rejects.toBeInstanceOf(
    errors.JOSEError,
  )
})

test('a token without a signature, or signed with a shared key, is refused', async () => {
  const [, body] = (await sign(good)).split('.')
  const none = Buffer.from('{"alg":"none"}').toString('base64url')
  await expect(verifyIdToken(`${none}.${body}.`, expected, entra, clock)).rejects.toBeInstanceOf(
    errors.JOSEError,
  )
  const shared = await new SignJWT(good)
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(Buffer.alloc(32))
  await expect(verifyIdToken(shared, expected, entra, clock)).rejects.toBeInstanceOf(errors.JOSEError)
})

test.each(['', 'a.b.c', 'not a token'])('%j is refused', async (token) => {
  await expect(verifyIdToken(token, expected, entra, clock)).rejects.toBeInstanceOf(errors.JOSEError)
})
