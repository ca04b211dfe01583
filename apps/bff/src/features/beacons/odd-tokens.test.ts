import type { Beacon, NewBeacon, Problem, Trust } from '@trustwright/shared-schemas'
import { createHmac, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { EncryptJWT, SignJWT, type JWTPayload } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { forThisFile } from '../../testing/for-this-file.ts'
import { issuerReading } from '../../testing/issuer-reading.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'

/** The issuer of the trust, with keys that the test holds: what a hostile or broken one could sign. */
const own = generateKeyPairSync('rsa', { modulusLength: 2048 })
const world = forThisFile(() =>
  startPortalWorld({
    environment: { REQUESTS_PER_MINUTE: '100000' },
    overrides: { issuers: { readIssuer: async ({ issuer }) => issuerReading(issuer, published) } },
  }),
)
const dana = forThisFile(() => world.portal.signedIn('developer'))
let published: KeyObject = own.publicKey
beforeEach(() => {
  published = own.publicKey
  world.portal.clock.advance(10 * 60_000)
})

const parent = {
  kind: 'managedIdentity',
  subscriptionId: development,
  resourceGroup: 'rg-pay-dev',
  identityName: 'id-pay-runtime-dev',
}
const trustAddress = `/api/identities/mi/${development}/rg-pay-dev/id-pay-runtime-dev/trusts/pay-api-pods`
const open = async () =>
  (await call<NewBeacon>(dana, 'POST', '/api/beacons', { parent, trustName: 'pay-api-pods' })).body
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

let sender = 0

async function post(path: string, payload: string) {
  sender += 1
  const answer = await world.portal.app.inject({
    method: 'POST',
    url: path,
    remoteAddress: `203.0.113.${sender % 250}`,
    headers: { 'content-type': 'application/jwt' },
    payload,
  })
  return { status: answer.statusCode, body: answer.json<Problem & { result?: string }>() }
}

async function claimsFor({ beacon }: NewBeacon): Promise<JWTPayload & { iss: string; sub: string }> {
  const { issuer, subject } = (await call<Trust>(dana, 'GET', trustAddress)).body
  const now = Math.floor(world.portal.clock.now() / 1000)
  return { iss: issuer, sub: subject ?? '', aud: beacon.audience, iat: now, exp: now + 600 }
}

const sign = (claims: JWTPayload, header: object = {}, key = own.privateKey) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own', ...header }).sign(key)

function hmac(claims: JWTPayload, secret: string | Buffer): string {
  const signed = `${encode({ alg: 'HS256', kid: 'own' })}.${encode(claims)}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = own.publicKey.export({ type: 'spki', format: 'pem' })
const der = own.publicKey.export({ type: 'spki', format: 'der' })

test.each<[string, (claims: JWTPayload) => string | Promise<string>]>([
  ['no algorithm', (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`],
  [
    'no algorithm and a signature',
    (claims) => `${encode({ alg: 'none', kid: 'own' })}.${encode(claims)}.AAAA`,
  ],
  ['the public key as a secret', (claims) => hmac(claims, pem)],
  ['the same in DER', (claims) => hmac(claims, der)],
  ['an empty secret', (claims) => hmac(claims, '')],
  ['another RSA signature', (claims) => sign(claims, { alg: 'PS256' })],
  ['a key of its own', (claims) => sign(claims, {}, stranger.privateKey)],
  [
    'a key of its own inside',
    (claims) => sign(claims, { jwk: stranger.publicKey.export({ format: 'jwk' }) }, stranger.privateKey),
  ],
  [
    'an address of keys',
    (claims) => sign(claims, { jku: 'https://169.254.169.254/keys', kid: 'far' }, stranger.privateKey),
  ],
  ['a path as key ID', (claims) => sign(claims, { kid: '../../../dev/null' }, stranger.privateKey)],
  ['a long key ID', (claims) => sign(claims, { kid: 'k'.repeat(4000) }, stranger.privateKey)],
  ['a number as key ID', (claims) => `${encode({ alg: 'RS256', kid: 1 })}.${encode(claims)}.AAAA`],
  [
    'an unknown extension',
    (claims) => `${encode({ alg: 'RS256', kid: 'own', crit: ['exp'], exp: 1 })}.${encode(claims)}.AAAA`,
  ],
  [
    'an unencoded payload',
    (claims) => `${encode({ alg: 'RS256', kid: 'own', crit: ['b64'], b64: false })}.${encode(claims)}.AAAA`,
  ],
  ['no signature', (claims) => `${encode({ alg: 'RS256', kid: 'own' })}.${encode(claims)}.`],
  ['a list of claims', () => `${encode({ alg: 'RS256', kid: 'own' })}.${encode([1])}.AAAA`],
  [
    'ten thousand brackets',
    () =>
      `${encode({ alg: 'RS256' })}.${Buffer.from('['.repeat(5000) + ']'.repeat(5000)).toString('base64url')}.AAAA`,
  ],
  ['two audiences', (claims) => sign({ ...claims, aud: [String(claims.aud), 'api://fabrikam'] })],
  ['a number as audience', (claims) => `${encode({ alg: 'RS256' })}.${encode({ ...claims, aud: 7 })}.AAAA`],
  [
    'a list as issuer',
    (claims) => `${encode({ alg: 'RS256' })}.${encode({ ...claims, iss: [claims.iss] })}.AAAA`,
  ],
  ['no end', ({ exp: _exp, ...claims }) => sign(claims)],
  [
    'a text as end',
    (claims) => `${encode({ alg: 'RS256', kid: 'own' })}.${encode({ ...claims, exp: '9' })}.AAAA`,
  ],
  [
    'an encryption',
    (claims) =>
      new EncryptJWT(claims)
        .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM', cty: 'JWT' })
        .encrypt(own.publicKey),
  ],
])('a token with %s is refused, and the beacon waits on', async (_, make) => {
  const beacon = await open()
  const path = new URL(beacon.address).pathname
  const claims = await claimsFor(beacon)
  const { status, body } = await post(path, await make(claims))
  expect([status, body.code]).toEqual([422, 'BEACON_TOKEN_REFUSED'])
  expect((await post(path, await sign(claims))).body.result).toBe('matched')
})

test('an issuer whose keys are too short for RS256 signs nothing, and nothing breaks', async () => {
  const short = generateKeyPairSync('rsa', { modulusLength: 1024 })
  published = short.publicKey
  const beacon = await open()
  const token = await sign(await claimsFor(beacon))
  const { status, body } = await post(new URL(beacon.address).pathname, token)
  expect([status, body.code]).toEqual([422, 'BEACON_TOKEN_REFUSED'])
})

test.each([
  ['a null character', 'a\u0000b'],
  ['half of a surrogate pair', 'a\ud800b'],
  ['a pair where it is cut', `${'x'.repeat(599)}😀`],
  ['nine thousand letters', 'x'.repeat(9000)],
])('a signed subject with %s is told as one that differs', async (_, sub) => {
  const beacon = await open()
  const token = await sign({ ...(await claimsFor(beacon)), sub })
  const { status, body } = await post(new URL(beacon.address).pathname, token)
  expect([status, body.result]).toEqual([200, 'differs'])
  const { body: seen } = await call<Beacon>(dana, 'GET', `/api/beacons/${beacon.beacon.beaconId}`)
  expect(seen.state).toBe('differs')
  expect(seen.differences[0]?.presented.length).toBeLessThanOrEqual(600)
})

test('one token fifty times at once is heard once', async () => {
  const beacon = await open()
  const token = await sign(await claimsFor(beacon))
  const path = new URL(beacon.address).pathname
  const answers = await Promise.all(Array.from({ length: 50 }, () => post(path, token)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(49)
})

test('who knows no address takes no room from those who do', async () => {
  const beacon = await open()
  const path = new URL(beacon.address).pathname
  const unknown = path.replace(/[0-9a-f]{32}/, '0'.repeat(32))
  await Promise.all(Array.from({ length: 400 }, () => post(unknown, 'a')))
  expect((await post(path, await sign(await claimsFor(beacon)))).status).toBe(200)
})

test('an address of nine thousand letters leads nowhere', async () => {
  const { status, body } = await post(`/beacon/${'a'.repeat(9000)}`, 'a')
  expect([status, body.code]).toEqual([404, 'ROUTE_NOT_FOUND'])
})

test('after twenty refused tokens it is over, and its owner sees that', async () => {
  const { beacon, address } = await open()
  const state = async () => (await call<Beacon>(dana, 'GET', `/api/beacons/${beacon.beaconId}`)).body.state
  const path = new URL(address).pathname
  for (let token = 1; token < 20; token += 1) await post(path, 'no.token.atall')
  expect(await state()).toBe('waiting')
  await post(path, 'no.token.atall')
  expect(await state()).toBe('expired')
  expect((await post(path, 'no.token.atall')).body.code).toBe('BEACON_OVER')
})

test('after its time it takes nothing', async () => {
  const { beacon, address } = await open()
  const { beaconId } = beacon
  await world.portal.database.execute(
    sql`update beacon set expires_at = created_at where beacon_id = ${beaconId}`,
  )
  expect((await call<Beacon>(dana, 'GET', `/api/beacons/${beaconId}`)).body.state).toBe('expired')
  expect((await post(new URL(address).pathname, 'no.token.atall')).body.code).toBe('BEACON_OVER')
})
