import type { Session } from '@trustwright/shared-schemas'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { activityEvent } from '../../db/schema.ts'
import { fixRun } from '../../db/schema-fixes.ts'
import { review } from '../../db/schema-reviews.ts'
import { setUpRun } from '../../db/schema-set-up.ts'
import {
  dryRun,
  endOfFixes,
  findingsOf,
  readAnew,
  readFixes,
  startFixes,
  storedOn,
  storeIdentity,
} from '../../features/findings/testing/fix-steps.ts'
import { comeBy, endSignIns, type Door } from '../../testing/come-by.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { quickly } from '../../testing/inventory-world.ts'
import { call, startPortalWorld } from '../../testing/portal-world.ts'
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
import {
  addFault,
  clearFaults,
  endOf,
  readRun,
  resume,
  rowOf,
  runsUrl,
  setReality,
  startRun,
  writesOf,
} from '../../testing/set-up-steps.ts'

/** Slow enough that a sign-in can end in the middle. */
const slowly = {
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '4',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '50',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '50',
}
const ways: readonly (readonly [Door, Door])[] = [
  ['bearer', 'cookie'],
  ['cookie', 'bearer'],
]
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index}`)

const world = forThisFile(() =>
  startPortalWorld({
    environment: { ...quickly, ...slowly, REQUESTS_PER_MINUTE: '100000' },
  }),
)

/** By which doors the deeds on a target came. */
async function doorsOn(part: string): Promise<Set<string | null>> {
  const events = await world.portal.database.select().from(activityEvent)
  return new Set(events.filter(({ target }) => target.includes(part)).map(({ door }) => door))
}

test.each([...ways, ['bearer', 'bearer'] as const])(
  'a set-up begun by the %s waits when that is over, and goes on when the person comes by the %s',
  async (from, to) => {
    const identity = `id-set-${from}-${to}`
    const dana = await comeBy(from, world, 'developer')
    const { runId } = await startRun(dana, [rowOf(identity, numbered(identity, 10))])
    const rows = () => world.portal.database.select().from(setUpRun).where(eq(setUpRun.runId, runId))
    const done = async () => (await readRun(dana, runId)).run.counts.done
    await expect.poll(done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(2)
    await endSignIns(world)
    await expect.poll(async () => (await rows())[0]?.state, { timeout: 20_000, interval: 20 }).toBe('paused')

    const alex = await comeBy(to, world, 'admin')
    const refused = await call(alex, 'POST', `${runsUrl}/${runId}/resume`, { only: 'left' })
    expect([refused.status, refused.body.code]).toEqual([404, 'SET_UP_NOT_FOUND'])
    const again = await comeBy(to, world, 'developer')
    expect((await readRun(again, runId)).run).toMatchObject({ state: 'paused', stopReason: 'sign-in' })
    await resume(again, runId)
    expect((await endOf(again, runId)).run).toMatchObject({ state: 'finished', counts: { done: 11 } })
    const { done: writes } = await writesOf(world.emulator, identity)
    expect(new Set(writes).size).toBe(writes.length)
    expect(await doorsOn(`/${identity}`)).toEqual(new Set([from, to]))
  },
  60_000,
)

test.each(ways)(
  'a review applied by the %s stops when that is over, and goes on when the person comes by the %s',
  async (from, to) => {
    const identity = `id-rev-${from}-${to}`
    const alex = await comeBy(from, world, 'admin')
    await makeTrusts(alex, identity, numbered(identity, 8))
    await readInventoryOf(alex)
    const { reviewId } = await makeReview(alex, identity)
    for (let ordinal = 1; ordinal <= 8; ordinal += 1)
      await decide(alex, reviewId, ordinal, { decision: 'remove' })
    await move(alex, reviewId, 'ended')
    expect((await apply(alex, reviewId, 8)).status).toBe(200)
    const rows = () => world.portal.database.select().from(review).where(eq(review.reviewId, reviewId))
    const removed = async () => (await readReview(alex, reviewId)).run?.done ?? 0
    await expect.poll(removed, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
    await endSignIns(world)
    await expect.poll(async () => (await rows())[0]?.state, { timeout: 20_000, interval: 20 }).toBe('ended')
    expect((await rows())[0]?.stoppedBecause).toContain('Sign in, then go on')

    const robin = await comeBy(to, world, 'reader')
    const refused = await call(robin, 'POST', `${reviewsUrl}/${reviewId}/apply`, {
      removals: 8,
      version: 1,
    })
    expect([refused.status, refused.body.code]).toEqual([403, 'ADMINISTRATOR_REQUIRED'])
    const again = await comeBy(to, world, 'admin')
    const left = 8 - ((await readReview(again, reviewId)).run?.done ?? 0)
    expect((await apply(again, reviewId, left)).status).toBe(200)
    expect(await settled(again, reviewId)).toMatchObject({ state: 'applied', run: { done: 8, notDone: 0 } })
    const ids = (await rowsOf(again, reviewId)).map(({ applied }) => applied?.deletedTrustId)
    expect(new Set(ids).size).toBe(8)
  },
  90_000,
)

test.each(ways)(
  'fixes begun by the %s wait when that is over, and go on when the person comes by the %s',
  async (from, to) => {
    const identity = `id-fix-${from}-${to}`
    const dana = await comeBy(from, world, 'developer')
    const github = 'https://token.actions.githubusercontent.com'
    const faulty = numbered('slash', 8).map((name, at) => ({
      name,
      subject: `repo:octo-org@1/${identity}@${at + 1}:environment:production`,
      issuer: `${github}/`,
    }))
    await storeIdentity(dana, identity, faulty)
    await readAnew(dana)
    const findings = await findingsOf(dana, identity, ['cannot-match'])
    expect(findings).toHaveLength(8)
    const { runId } = await startFixes(dana, findings, (await dryRun(dana, findings)).digest)
    const rows = () => world.portal.database.select().from(fixRun).where(eq(fixRun.runId, runId))
    const done = async () => (await readFixes(dana, runId)).run.counts.done
    await expect.poll(done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
    await endSignIns(world)
    await expect.poll(async () => (await rows())[0]?.state, { timeout: 20_000, interval: 20 }).toBe('paused')

    const alex = await comeBy(to, world, 'admin')
    const refused = await call(alex, 'POST', `/api/fixes/${runId}/resume`, { only: 'left' })
    expect([refused.status, refused.body.code]).toEqual([404, 'FIX_RUN_NOT_FOUND'])
    const again = await comeBy(to, world, 'developer')
    expect((await call(again, 'POST', `/api/fixes/${runId}/resume`, { only: 'left' })).status).toBe(200)
    const { run } = await endOfFixes(again, runId)
    expect([run.state, run.counts.done]).toEqual(['finished', 8])
    const stored = await storedOn(again, identity)
    expect(stored.filter((line) => line.includes(`${github}/`))).toEqual([])
  },
  90_000,
)

test('what Azure asks for in the background is told to who comes with that token, as claims for a new one', async () => {
  const dana = await comeBy('bearer', world, 'developer')
  const session = async (person: typeof dana) => (await call<Session>(person, 'GET', '/api/session')).body
  expect(await session(dana)).not.toHaveProperty('claims')
  await setReality(world.emulator, { claimsChallenge: 'multifactorOnWrites' })
  const { runId } = await startRun(dana, [rowOf('id-more', ['more'])])
  expect((await endOf(dana, runId)).run).toMatchObject({ state: 'paused', stopReason: 'sign-in' })
  const { claims = '' } = await session(dana)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toHaveProperty('access_token')
  for (const door of ['bearer', 'cookie'] as const) {
    expect(await session(await comeBy(door, world, 'developer'))).not.toHaveProperty('claims')
    expect(await session(await comeBy(door, world, 'admin'))).not.toHaveProperty('claims')
  }
  await setReality(world.emulator, { claimsChallenge: 'off' })
  await resume(dana, runId)
  expect((await endOf(dana, runId)).run.state).toBe('finished')
}, 60_000)

test('what Azure asks for of a token that Entra thinks enough is told too, and the next sign-in in pages asks for it', async () => {
  const nbf = expect.objectContaining({ essential: true })
  const wanted = expect.objectContaining({ access_token: expect.objectContaining({ nbf }) })
  const dana = await comeBy('bearer', world, 'developer')
  const browser = await comeBy('cookie', world, 'developer')
  await addFault(world.emulator, {
    match: { area: 'arm', method: 'PUT' },
    mode: { next: 1000 },
    effect: { claimsChallenge: 'newerToken' },
  })
  for (const person of [dana, browser]) {
    const { runId } = await startRun(person, [rowOf(`id-newer-${person === dana}`, ['newer'])])
    expect((await endOf(person, runId)).run).toMatchObject({ state: 'paused', stopReason: 'sign-in' })
  }
  await clearFaults(world.emulator)
  const { claims = '' } = (await call<Session>(dana, 'GET', '/api/session')).body
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual(wanted)
  expect((await call<Session>(browser, 'GET', '/api/session')).body).not.toHaveProperty('claims')
  const begun = await world.portal.app.inject({
    url: '/auth/sign-in?returnTo=/trusts',
    headers: { cookie: browser.cookie },
  })
  const asked = new URL(begun.headers.location ?? '').searchParams.get('claims') ?? ''
  expect(JSON.parse(asked)).toEqual(wanted)
}, 60_000)
