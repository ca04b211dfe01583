import { afterAll, beforeAll, expect, test } from 'vitest'
import { session } from '../db/schema.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startFakeEntra, type FakeEntra } from '../testing/fake-entra.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

const listed = 'https://tools.contoso.com'
let postgres: TestPostgres
let entra: FakeEntra
let portal: TestApp

beforeAll(async () => {
  ;[postgres, entra] = await Promise.all([startTestPostgres(), startFakeEntra()])
  portal = await buildTestApp({
    postgres,
    environment: { ...entra.environment, API_ORIGINS: listed, REQUESTS_PER_MINUTE: '10' },
  })
}, 60_000)
afterAll(async () => {
  await portal.close()
  await Promise.all([postgres.close(), entra.close()])
})

const bearerOf = async (person: string) => `Bearer ${await entra.sign(entra.claims(person))}`
const read = (authorization: string, headers = {}) =>
  portal.app.inject({ url: '/api/session', headers: { authorization, ...headers } })
const signIn = async (remoteAddress: string) =>
  (await portal.app.inject({ url: '/auth/sign-in', remoteAddress })).statusCode

/** The answers to so many requests, one after the other. */
async function statuses(count: number, ask: () => Promise<number>): Promise<number[]> {
  const seen: number[] = []
  while (seen.length < count) seen.push(await ask())
  return seen
}
const times = (count: number, status: number) => Array.from({ length: count }, () => status)

test('whoever asked too often is told so by both doors, in words that a page of a listed origin can read', async () => {
  const browser = await portal.signedIn('developer')
  const [row] = await portal.database.select().from(session)
  const authorization = await bearerOf(row?.objectId ?? '')
  await statuses(10, async () => (await browser.inject({ url: '/api/session' })).statusCode)
  const answers = [
    await browser.inject({ url: '/api/session' }),
    await read(authorization, { origin: listed, 'sec-fetch-site': 'cross-site' }),
    await read(authorization, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }),
  ]
  for (const { statusCode, headers, json } of answers) {
    expect([statusCode, headers['content-type']]).toEqual([429, 'application/problem+json; charset=utf-8'])
    const seconds = Number(headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(60)
    expect(json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', status: 429, retryAfterSeconds: seconds })
  }
  const origins = answers.map(({ headers }) => headers['access-control-allow-origin'])
  expect(origins).toEqual([undefined, listed, undefined])
  const exposed = String(answers[1]?.headers['access-control-expose-headers'])
  expect(exposed.split(', ')).toContain('retry-after')
})

test('wrong tokens from an address lock nobody out who comes from there, by neither door', async () => {
  const wrong = `Bearer ${await entra.sign({ ...entra.claims('alex'), tid: 'another' })}`
  const refused = await statuses(30, async () => (await read(wrong)).statusCode)
  expect(refused).toEqual(times(30, 401))
  expect((await read(await bearerOf('alex'))).statusCode).toBe(200)
  const browser = await portal.signedIn('reader')
  expect((await browser.inject({ url: '/api/session' })).statusCode).toBe(200)
  expect(await signIn('127.0.0.1')).toBe(303)
})

test('two hundred tokens at once, each with a key of its own invention, make one request to Entra', async () => {
  await read(await bearerOf('alex'))
  const [, body, signature] = (await bearerOf('alex')).split('.')
  const kids = Array.from({ length: 200 }, (_, index) =>
    JSON.stringify({ alg: 'RS256', kid: `own-${index}` }),
  )
  portal.clock.advance(30_000)
  const before = entra.keyReads()
  const answers = await Promise.all(
    kids.map((head) => read(`Bearer ${Buffer.from(head).toString('base64url')}.${body}.${signature}`)),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(times(200, 401))
  expect(entra.keyReads() - before).toBe(1)
})

test('people behind one address have an allowance each', async () => {
  for (const person of ['robin', 'sam', 'kim']) {
    const authorization = await bearerOf(person)
    const seen = await statuses(11, async () => (await read(authorization)).statusCode)
    expect(seen).toEqual([...times(10, 200), 429])
  }
})

test('where nobody is signed in an address has one allowance, and all addresses of a network of IPv6 have one together', async () => {
  expect(await statuses(11, () => signIn('203.0.113.7'))).toEqual([...times(10, 303), 429])
  expect(await signIn('203.0.113.8')).toBe(303)
  expect(await signIn('::ffff:203.0.113.7')).toBe(429)
  let host = 0
  const within = () => signIn(`2001:db8:1:2:${(host += 1)}::1`)
  expect(await statuses(11, within)).toEqual([...times(10, 303), 429])
  expect(await signIn('2001:db8:1:3::1')).toBe(303)
})
