import { decodeProtectedHeader } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startFakeEntra, type FakeEntra } from '../testing/fake-entra.ts'
import { TestClock } from '../testing/test-clock.ts'
import { Entra } from './entra-metadata.ts'

let fake: FakeEntra
let entra: Entra
let clock: TestClock
beforeEach(async () => {
  fake = await startFakeEntra()
  clock = new TestClock()
  entra = new Entra(fake.environment.ENTRA_AUTHORITY, clock)
})
afterEach(() => fake.close())

const find = (kid: string) => entra.findKey({ alg: 'RS256', kid }, { payload: '', signature: '' })
const codeOf = (reason: unknown) =>
  reason instanceof Error && 'code' in reason ? String(reason.code) : String(reason)

/** Asks for many keys at once: the codes of the refusals, each once. */
async function flood(prefix: string): Promise<string[]> {
  const kids = Array.from({ length: 200 }, (_, index) => `${prefix}${index}`)
  const found = await Promise.allSettled(kids.map(find))
  return [...new Set(found.map((one) => (one.status === 'rejected' ? codeOf(one.reason) : 'found')))]
}

test('however many come with keys that nobody published, Entra is asked once in thirty seconds', async () => {
  expect(await flood('a')).toEqual(['ERR_JWKS_NO_MATCHING_KEY'])
  expect(fake.keyReads()).toBe(1)
  clock.advance(20_000)
  expect(await flood('b')).toEqual(['ERR_JWKS_NO_MATCHING_KEY'])
  expect(fake.keyReads()).toBe(1)
  clock.advance(10_000)
  expect(await flood('c')).toEqual(['ERR_JWKS_NO_MATCHING_KEY'])
  expect(await flood('d')).toEqual(['ERR_JWKS_NO_MATCHING_KEY'])
  expect(fake.keyReads()).toBe(2)
})

test('where Entra fails it is asked no more often, and the keys that are known go on to count', async () => {
  const { kid = '' } = decodeProtectedHeader(await fake.sign(fake.claims()))
  await find(kid)
  fake.failKeys(true)
  clock.advance(30_000)
  expect(await flood('a')).toEqual(['UPSTREAM_FAILED'])
  expect(await flood('b')).toEqual(['UPSTREAM_FAILED'])
  expect(fake.keyReads()).toBe(2)
  await expect(find(kid)).resolves.toBeDefined()
  fake.failKeys(false)
  clock.advance(30_000)
  await fake.rotateKey()
  await expect(find('k2')).resolves.toBeDefined()
  expect(fake.keyReads()).toBe(3)
})

test('without any key everybody waits for the one answer, and after a failure the next one asks at once', async () => {
  fake.failKeys(true)
  expect(await flood('a')).toEqual(['UPSTREAM_FAILED'])
  expect(fake.keyReads()).toBe(1)
  fake.failKeys(false)
  await expect(find('k1')).resolves.toBeDefined()
  expect(fake.keyReads()).toBe(2)
})

test('after an hour the keys are read anew, and a failure then lets nobody in on the old ones', async () => {
  await find('k1')
  clock.advance(3_600_000)
  fake.failKeys(true)
  await expect(find('k1')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  await expect(find('k1')).rejects.toMatchObject({ code: 'UPSTREAM_FAILED' })
  expect(fake.keyReads()).toBe(3)
})
