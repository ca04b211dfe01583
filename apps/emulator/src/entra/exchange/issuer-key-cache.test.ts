import { afterAll, beforeEach, expect, test } from 'vitest'
import { startTestEmulator } from '../../testing/start-test-emulator.ts'
import { testClock } from '../../testing/test-clock.ts'
import { cachedIssuerKeys, forgetIssuerKeys } from './issuer-key-cache.ts'

const clock = testClock()
const emulator = await startTestEmulator({ clock, reality: { issuerKeyCacheMs: 20 * 60_000 } })
afterAll(() => emulator.close())

const issuer = 'https://issuer.example'
let published = ['first']
let reachable = true
const world = {
  ...emulator.world,
  fetchIssuer: (url: string) => {
    if (!reachable) return Promise.reject(new Error('not there'))
    const keys = published.map((kid) => ({ kty: 'RSA', kid, n: 'AQAB', e: 'AQAB' }))
    const body = url.endsWith('/keys') ? { keys } : { issuer, jwks_uri: `${issuer}/keys` }
    return Promise.resolve({ status: 200, body: JSON.stringify(body) })
  },
}
const kids = async () => (await cachedIssuerKeys(issuer, world)).map(({ kid }) => kid)

beforeEach(() => {
  forgetIssuerKeys(world)
  published = ['first']
  reachable = true
})

test('a key that was rotated in is unknown, and one rotated away still good, until the cache expires', async () => {
  expect(await kids()).toEqual(['first'])
  published = ['second']
  clock.advance(20 * 60_000 - 1)
  expect(await kids()).toEqual(['first'])
  clock.advance(1)
  expect(await kids()).toEqual(['second'])
})

test('an issuer that was not reachable is asked again after a minute', async () => {
  reachable = false
  await expect(kids()).rejects.toMatchObject({ failure: { code: 501661 } })
  reachable = true
  clock.advance(59_999)
  await expect(kids()).rejects.toMatchObject({ failure: { code: 501661 } })
  clock.advance(1)
  expect(await kids()).toEqual(['first'])
})

test('the keys of one issuer can be forgotten', async () => {
  await kids()
  published = ['second']
  forgetIssuerKeys(world, 'https://other.example')
  expect(await kids()).toEqual(['first'])
  forgetIssuerKeys(world, issuer)
  expect(await kids()).toEqual(['second'])
})
