import { generateKeyPairSync, type KeyObject } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { FetchRefusedError, type GuardedFetch } from '../guarded-fetch/guarded-fetch-types.ts'
import { TestClock } from '../testing/test-clock.ts'
import { issuerKeys } from './issuer-keys.ts'
import { createIssuers } from './issuers.ts'
import { documentAddress } from './read-issuer.ts'

const issuer = 'https://oidc.contoso.com'
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })

/** An outside world of one issuer, which counts how often it is asked. */
function world(documents: Readonly<Record<string, unknown>>) {
  const asked: string[] = []
  const clock = new TestClock()
  const fetch: GuardedFetch = (url) => {
    asked.push(url)
    const value = documents[url]
    if (value === undefined) return Promise.reject(new FetchRefusedError('connection'))
    return Promise.resolve({ status: 200, headers: new Map(), body: JSON.stringify(value) })
  }
  return { asked, clock, issuers: createIssuers({ fetch, clock }) }
}

const right = {
  [`${issuer}/.well-known/openid-configuration`]: { issuer, jwks_uri: `${issuer}/keys` },
  [`${issuer}/keys`]: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] },
}
const asking = { tenantId: 'contoso', who: 'dana', issuer }

test.each([
  ['https://a.dev', 'https://a.dev/.well-known/openid-configuration'],
  ['https://a.dev/', 'https://a.dev/.well-known/openid-configuration'],
  ['https://a.dev//', 'https://a.dev//.well-known/openid-configuration'],
  ['https://a.dev/b/c/', 'https://a.dev/b/c/.well-known/openid-configuration'],
])('the document of %s is looked for at %s', (of, address) => {
  expect(documentAddress(of)).toBe(address)
})

test('an issuer is read once for all who ask at the same time or in the next minutes', async () => {
  const { asked, clock, issuers } = world(right)
  await Promise.all([issuers.readIssuer(asking), issuers.readIssuer({ ...asking, who: 'eve' })])
  clock.advance(4 * 60_000)
  await issuers.readIssuer(asking)
  expect(asked).toHaveLength(2)
  clock.advance(2 * 60_000)
  await issuers.readIssuer(asking)
  expect(asked).toHaveLength(4)
})

test('who asks for a fresh reading gets one, but not every second', async () => {
  const { asked, clock, issuers } = world(right)
  await issuers.readIssuer(asking)
  clock.advance(1_000)
  await issuers.readIssuer({ ...asking, fresh: true })
  expect(asked).toHaveLength(2)
  clock.advance(6_000)
  await issuers.readIssuer({ ...asking, fresh: true })
  expect(asked).toHaveLength(4)
})

test('what one tenant read is not told to another', async () => {
  const { asked, issuers } = world(right)
  await issuers.readIssuer(asking)
  await issuers.readIssuer({ ...asking, tenantId: 'fabrikam' })
  expect(asked).toHaveLength(4)
})

test('a failure is forgotten sooner than a success', async () => {
  const { asked, clock, issuers } = world({})
  const { document } = await issuers.readIssuer(asking)
  expect(document).toMatchObject({ ok: false, reason: 'connection' })
  clock.advance(31_000)
  await issuers.readIssuer(asking)
  expect(asked).toHaveLength(2)
})

test('of very many issuers the oldest are forgotten', async () => {
  const { asked, issuers } = world({})
  for (let at = 0; at <= 500; at += 1) await issuers.readIssuer({ ...asking, issuer: `${issuer}/${at}` })
  await issuers.readIssuer({ ...asking, issuer: `${issuer}/500` })
  expect(asked).toHaveLength(501)
  await issuers.readIssuer({ ...asking, issuer: `${issuer}/0` })
  expect(asked).toHaveLength(502)
})

test('a fault of the portal itself is no fault of the issuer, and is not remembered', async () => {
  const fault = new TypeError('broken')
  const issuers = createIssuers({ fetch: () => Promise.reject(fault), clock: new TestClock() })
  await expect(issuers.readIssuer(asking)).rejects.toBe(fault)
  await expect(issuers.readIssuer(asking)).rejects.toBe(fault)
})

const signed = (key: KeyObject, kid = 'one') =>
  new SignJWT({ sub: 'a' }).setProtectedHeader({ alg: 'RS256', kid }).setIssuer(issuer).sign(key)

test('the keys of a reading verify what the issuer signed, and nothing else', async () => {
  const { issuers } = world(right)
  const keys = issuerKeys(await issuers.readIssuer(asking))
  if (keys === null) throw new Error('there are no keys')
  const { payload } = await jwtVerify(await signed(privateKey), keys, { issuer, algorithms: ['RS256'] })
  expect(payload.sub).toBe('a')
  const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  await expect(jwtVerify(await signed(other), keys)).rejects.toThrow(/signature/)
  await expect(jwtVerify(await signed(privateKey, 'two'), keys)).rejects.toThrow(/no applicable key/)
})

test('there are no keys of an issuer that calls itself another', async () => {
  const { issuers } = world({
    ...right,
    [`${issuer}/.well-known/openid-configuration`]: { issuer: `${issuer}/`, jwks_uri: `${issuer}/keys` },
  })
  expect(issuerKeys(await issuers.readIssuer(asking))).toBeNull()
})
