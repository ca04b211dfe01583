import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { portalHeader, type Review } from '@trustwright/shared-schemas'
import { expect, test } from 'vitest'
import { buildTestApp } from '../../testing/build-test-app.ts'
import {
  apply,
  decide,
  makeReview,
  makeTrusts,
  move,
  readInventoryOf,
  readReview,
  reviewsUrl,
  rowsOf,
  settled,
} from '../../testing/review-steps.ts'
import { addFault } from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'
import { startPortal } from '../../testing/start-portal.ts'

const slow = {
  SESSION_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '4',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '50',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '50',
}
const the = setUpWorld('admin', slow)

async function endedReview(identity: string, count: number, admin = the.person): Promise<Review> {
  const names = Array.from({ length: count }, (_, at) => `${identity}-${at}`)
  await makeTrusts(admin, identity, names)
  await readInventoryOf(admin)
  const { reviewId } = await makeReview(admin, identity)
  for (let ordinal = 1; ordinal <= count; ordinal += 1) {
    await decide(admin, reviewId, ordinal, { decision: 'remove' })
  }
  await move(admin, reviewId, 'ended')
  return await readReview(admin, reviewId)
}

test('a portal that is killed in the middle of an apply: another goes on by itself, and nothing is removed twice', async () => {
  // A portal of its own reads the inventory, so that only the one to be killed works on jobs.
  const maker = await buildTestApp(again())
  const { reviewId, version } = await endedReview('id-killed', 12, await maker.signedIn('admin'))
  await maker.close()
  const folder = await mkdtemp(join(tmpdir(), 'trustwright-killed-'))
  const portal = await startPortal(folder, {
    ...slow,
    ...the.world.emulator.environment,
    DATABASE_URL: the.world.portal.connectionString,
    NODE_EXTRA_CA_CERTS: the.world.emulator.caPath,
    LOG_LEVEL: 'info',
  })
  const answer = await fetch(`${portal.origin}${reviewsUrl}/${reviewId}/apply`, {
    method: 'POST',
    headers: {
      [portalHeader.name]: portalHeader.value,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      cookie: the.person.cookie,
    },
    body: JSON.stringify({ version, removals: 12 }),
  })
  expect(answer.status).toBe(200)
  const done = async () => (await readReview(the.person, reviewId)).run?.done ?? 0
  await expect.poll(done, { timeout: 40_000, interval: 20 }).toBeGreaterThan(3)
  await portal.end('SIGKILL')
  await rm(folder, { recursive: true, force: true })
  expect(await done()).toBeLessThan(12)

  const other = await buildTestApp(again())
  const end = await settled(the.person, reviewId, 40_000)
  await other.close()
  expect(end).toMatchObject({ state: 'applied', run: { done: 12, notDone: 0 } })
  const rows = await rowsOf(the.person, reviewId)
  expect(new Set(rows.map(({ applied }) => applied?.deletedTrustId)).size).toBe(12)
  expect(await deletionsOn('id-killed')).toBe(12)
}, 90_000)

test('a sign-in that ends stops the removals, and they go on as whoever signs in again', async () => {
  const { reviewId } = await endedReview('id-signed-out', 8)
  const before = await the.world.portal.signedIn('admin')
  await apply(before, reviewId, 8)
  await before.inject({ method: 'POST', url: '/api/sign-out' })
  const stopped = await settled(the.person, reviewId)
  expect(stopped.state).toBe('ended')
  expect(stopped.run?.stoppedBecause).toContain('nothing is removed twice')
  const left = 8 - (stopped.run?.done ?? 0)
  expect((await apply(the.person, reviewId, left)).status).toBe(200)
  expect(await settled(the.person, reviewId)).toMatchObject({ state: 'applied', run: { done: 8 } })
  expect(await deletionsOn('id-signed-out')).toBe(8)
})

test('Azure is obeyed where it asks to wait, and what it refuses is told line by line', async () => {
  const { reviewId } = await endedReview('id-refused', 2)
  const match = { method: 'DELETE', pathPrefix: '/subscriptions' }
  await addFault(the.world.emulator, {
    match,
    mode: { next: 1 },
    effect: { status: 429, code: 'TooManyRequests', retryAfterSeconds: 1 },
  })
  await addFault(the.world.emulator, {
    match,
    mode: { next: 1, after: 1 },
    effect: { status: 409, code: 'ScopeLocked' },
  })
  await apply(the.person, reviewId, 2)
  expect(await settled(the.person, reviewId)).toMatchObject({
    state: 'applied',
    run: { done: 1, notDone: 1 },
  })
  const outcomes = (await rowsOf(the.person, reviewId)).map(({ applied }) => applied?.code)
  expect(new Set(outcomes)).toEqual(new Set(['RESOURCE_LOCKED', null]))
  expect((await apply(the.person, reviewId, 1)).status).toBe(200)
  expect(await settled(the.person, reviewId)).toMatchObject({ run: { done: 2, notDone: 0 } })
})

const again = () => ({
  ...the.world,
  environment: slow,
  connectionString: the.world.portal.connectionString,
})

/** Trusts on this identity that Azure was asked to delete, with success. */
async function deletionsOn(identity: string): Promise<number> {
  const answer = await fetch(`${the.world.emulator.browserOrigin}/_emulator/requests?limit=1000`)
  // The emulator's own log.
  const { value } = (await answer.json()) as { value: { method: string; path: string; status: number }[] }
  const deleted = value.filter(
    ({ method, path, status }) => method === 'DELETE' && path.includes(identity) && status < 300,
  )
  return deleted.length
}
