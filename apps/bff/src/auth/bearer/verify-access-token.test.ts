import { exportSPKI, generateKeyPair, importJWK, SignJWT, type JWTPayload } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startFakeEntra, type FakeEntra } from '../../testing/fake-entra.ts'
import { TestClock } from '../../testing/test-clock.ts'
import { Entra } from '../entra-metadata.ts'
import { TokenRefused } from './token-refused.ts'
import { verifyAccessToken } from './verify-access-token.ts'

let fake: FakeEntra
let entra: Entra
const clock = new TestClock()

beforeAll(async () => {
  fake = await startFakeEntra()
  entra = new Entra(fake.environment.ENTRA_AUTHORITY, clock)
})
afterAll(() => fake.close())

const verify = (token: string, facts = entra, at: TestClock = clock) => {
  const { CLIENT_ID, TENANT_ID } = fake.environment
  const expected = { audiences: [CLIENT_ID, `api://${CLIENT_ID}`], tenantId: TENANT_ID }
  return verifyAccessToken(token, expected, facts, at)
}

const now = () => Math.floor(Date.now() / 1000)

test.each([
  ['the client ID as audience', {}],
  ['the URI as audience', { aud: 'api://b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01' }],
  ['other permissions beside the right one', { scp: 'files.read access_as_user' }],
  ['roles of the person', { roles: ['Trustwright.Admin'] }],
  ['clocks that differ by four minutes', { nbf: now() + 240, iat: now() + 240 }],
  ['an end four minutes ago', { exp: now() - 240 }],
])('a genuine token passes with %s', async (_, changes) => {
  const token = await fake.sign({ ...fake.claims(), ...changes })
  expect(await verify(token)).toMatchObject({ oid: 'dana', ...changes })
})

const missing = (name: string): JWTPayload => ({ [name]: undefined })

test.each<[string, JWTPayload]>([
  ['another audience', { aud: 'https://management.azure.com' }],
  ['the audience of another API', { aud: 'api://b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b02' }],
  ['a slash after the audience', { aud: 'api://b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01/' }],
  ['no audience', missing('aud')],
  ['another tenant', { tid: '11111111-6a52-4d1c-9a3e-2b7c5d4e6f10' }],
  ['no tenant', missing('tid')],
  ['the issuer of version 1.0', { iss: 'https://sts.windows.net/8f1f3b0e-6a52-4d1c-9a3e-2b7c5d4e6f10/' }],
  ['another issuer', { iss: 'https://login.contoso.example/v2.0' }],
  ['no issuer', missing('iss')],
  ['an end ten minutes ago', { exp: now() - 600 }],
  ['no end', missing('exp')],
  ['an end that is no number', JSON.parse('{"exp":"4000000000"}') as JWTPayload],
  ['a beginning in ten minutes', { nbf: now() + 600 }],
  ['no beginning', missing('nbf')],
  ['a birth in ten minutes', { iat: now() + 600 }],
  ['no birth', missing('iat')],
  ['no permission', missing('scp')],
  ['another permission', { scp: 'files.read' }],
  ['a longer permission', { scp: 'access_as_user.all' }],
  ['a permission in capitals', { scp: 'ACCESS_AS_USER' }],
  ['permissions as a list', { scp: ['access_as_user'] }],
  ['the roles of an application', { scp: undefined, roles: ['Trusts.Read.All'] }],
  ['an application as its owner', { idtyp: 'app' }],
  ['what an ID token has', { scp: undefined, nonce: 'n', aud: 'b7e0c2d4-5f61-4a83-9b1c-0d2e4f6a8b01' }],
  ['no person', missing('oid')],
  ['an empty person', { oid: '' }],
  ['roles that are no list', { roles: 'Trustwright.Admin' }],
])('a genuine token with %s is refused', async (_, changes) => {
  const token = await fake.sign({ ...fake.claims(), ...changes })
  await expect(verify(token)).rejects.toBeInstanceOf(TokenRefused)
})

test.each<[string, Record<string, unknown>]>([
  ['a key that nobody published', { kid: 'k99' }],
  ['a path in the name of its key', { kid: '../../../../dev/null' }],
  ['no key named', { kid: undefined }],
  ['an unknown critical part', { crit: ['exp'], exp: 1 }],
])('a genuine signature with %s is refused', async (_, header) => {
  const token = await fake.sign(fake.claims(), header).catch(() => withHeader(fake, header))
  await expect(verify(token)).rejects.toBeInstanceOf(TokenRefused)
})

test.each(['jwk', 'jku', 'x5u'])('a key that the token itself brings by %s is not used', async (name) => {
  const other = await generateKeyPair('RS256', { extractable: true })
  const value = name === 'jwk' ? { ...fake.publicKey(), n: 'AQAB' } : 'https://evil.example/keys'
  const token = await new SignJWT(fake.claims())
    .setProtectedHeader({ alg: 'RS256', kid: 'k1', [name]: value })
    .sign(other.privateKey)
  await expect(verify(token)).rejects.toBeInstanceOf(TokenRefused)
})

test('a token without a signature, or signed with the public key as a shared one, is refused', async () => {
  const [, body] = (await fake.sign(fake.claims())).split('.')
  const none = Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')
  await expect(verify(`${none}.${body}.`)).rejects.toBeInstanceOf(TokenRefused)
  const key = await importJWK({ ...fake.publicKey(), alg: 'RS256' }, 'RS256', { extractable: true })
  if (key instanceof Uint8Array) throw new Error('no RSA key')
  const shared = await new SignJWT(fake.claims())
    .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
    .sign(Buffer.from(await exportSPKI(key)))
  await expect(verify(shared)).rejects.toBeInstanceOf(TokenRefused)
})

test.each(['RS512', 'PS256'])('a signature of the right key by %s is refused', async (alg) => {
  await expect(verify(await fake.sign(fake.claims(), { alg }))).rejects.toBeInstanceOf(TokenRefused)
})

test.each(['', '.', 'a.b.c', 'a.b', '..', 'eyJhbGciOiJSUzI1NiJ9.e30.', 'not a token'])(
  '%j is refused',
  async (token) => {
    await expect(verify(token)).rejects.toBeInstanceOf(TokenRefused)
  },
)

test('a changed claim or a cut signature is refused', async () => {
  const [head, , signature = ''] = (await fake.sign(fake.claims())).split('.')
  const body = Buffer.from(JSON.stringify(fake.claims('alex'))).toString('base64url')
  await expect(verify(`${head}.${body}.${signature}`)).rejects.toBeInstanceOf(TokenRefused)
  const right = await fake.sign(fake.claims())
  await expect(verify(right.slice(0, -4))).rejects.toBeInstanceOf(TokenRefused)
})

test('a key that Entra took back counts for an hour at most; the new one counts at once', async () => {
  const own = await startFakeEntra()
  const at = new TestClock()
  const facts = new Entra(own.environment.ENTRA_AUTHORITY, at)
  const long = { exp: now() + 4 * 3600 }
  const old = await own.sign({ ...own.claims(), ...long })
  expect(await verify(old, facts, at)).toMatchObject({ oid: 'dana' })
  await own.rotateKey()
  at.advance(31_000)
  const next = await own.sign({ ...own.claims('alex'), ...long })
  expect(await verify(next, facts, at)).toMatchObject({ oid: 'alex' })
  await expect(verify(old, facts, at)).rejects.toBeInstanceOf(TokenRefused)
  await own.rotateKey()
  at.advance(3_599_000)
  expect(await verify(next, facts, at)).toMatchObject({ oid: 'alex' })
  at.advance(1_000)
  await expect(verify(next, facts, at)).rejects.toBeInstanceOf(TokenRefused)
  await own.close()
})

test('when Entra, or its keys alone, cannot be read, it is told as a failure of Entra and not as a wrong token', async () => {
  const own = await startFakeEntra()
  const facts = new Entra(own.environment.ENTRA_AUTHORITY, clock)
  const token = await own.sign(own.claims())
  own.failKeys(true)
  await expect(verify(token, facts)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  await own.close()
  const unread = new Entra(own.environment.ENTRA_AUTHORITY, clock)
  await expect(verify(token, unread)).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
})

test.each<[string, JWTPayload]>([
  ['ERR_JWT_CLAIM_VALIDATION_FAILED aud', { aud: 'https://graph.microsoft.com' }],
  ['ERR_JWT_CLAIM_VALIDATION_FAILED iss', { iss: 'https://login.contoso.example/v2.0' }],
  ['ERR_JWT_EXPIRED', { exp: now() - 600 }],
  ['unusual claims: roles', { roles: 'Trustwright.Admin' }],
  ['another tenant', { tid: 'x' }],
])('the reason for the log is %s', async (reason, changes) => {
  const token = await fake.sign({ ...fake.claims(), ...changes })
  await expect(verify(token)).rejects.toMatchObject({ reason })
})

/** A header that the signing library would not write. */
async function withHeader(by: FakeEntra, header: Record<string, unknown>): Promise<string> {
  const [, body, signature] = (await by.sign(by.claims())).split('.')
  const text = JSON.stringify({ alg: 'RS256', kid: 'k1', ...header })
  return `${Buffer.from(text).toString('base64url')}.${body}.${signature}`
}
