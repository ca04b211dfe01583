import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { setUpRun, setUpStep } from '../../db/schema-set-up.ts'
import { emptyDraftBody, portalHeader } from '@trustwright/shared-schemas'
import type { Draft, SetUpDryRun, SetUpItem, SetUpRun } from '@trustwright/shared-schemas'
import { buildTestApp } from '../../testing/build-test-app.ts'
import { call } from '../../testing/portal-world.ts'
import {
  endOf,
  readRun,
  resume,
  rowOf,
  runsUrl,
  setReality,
  startRun,
  trustOf,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'
import { startPortal } from '../../testing/start-portal.ts'

const sessionKeys = `k1:${Buffer.alloc(32, 5).toString('base64')}`
const slow = {
  SESSION_KEYS: sessionKeys,
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '4',
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '50',
  SET_UP_WRITES_PER_SECOND_PER_TENANT: '50',
}

const the = setUpWorld('developer', slow)

const names = (prefix: string) => Array.from({ length: 12 }, (_, index) => `${prefix}-${index}`)

test('a portal that is killed in the middle leaves a run that goes on where it was, and makes nothing twice', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'trustwright-killed-'))
  const portal = await startPortal(folder, {
    ...slow,
    ...the.world.emulator.environment,
    DATABASE_URL: the.world.portal.connectionString,
    NODE_EXTRA_CA_CERTS: the.world.emulator.caPath,
    LOG_LEVEL: 'info',
  })
  const answer = await fetch(`${portal.origin}${runsUrl}`, {
    method: 'POST',
    headers: {
      [portalHeader.name]: portalHeader.value,
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/json',
      cookie: the.person.cookie,
    },
    body: JSON.stringify({ items: [rowOf('id-killed-1', names('one')), rowOf('id-killed-2', names('two'))] }),
  })
  expect(answer.status).toBe(202)
  const { runId } = (await answer.json()) as SetUpRun
  const done = async () => (await readRun(the.person, runId)).run.counts.done
  await expect.poll(done, { timeout: 40_000, interval: 20 }).toBeGreaterThan(5)
  await portal.end('SIGKILL')
  await rm(folder, { recursive: true, force: true })
  // Another portal tells after some seconds without a sign of life.
  const busy = await call(the.person, 'POST', `${runsUrl}/${runId}/resume`, {})
  expect([busy.status, busy.body.code]).toEqual([409, 'SET_UP_RUNNING'])
  the.world.portal.clock.advance(11_000)
  const stopped = (await readRun(the.person, runId)).run
  expect(stopped).toMatchObject({ state: 'stopped', stopReason: 'restart' })
  expect(stopped.stoppedBecause).toContain('nothing is made twice')
  expect(stopped.counts.pending).toBeGreaterThan(0)
  await resume(the.person, runId)
  const page = await endOf(the.person, runId)
  expect(page.run.state).toBe('finished')
  expect(page.run.counts.done + page.run.counts['already-there']).toBe(26)
  const writes = await writesOf(the.world.emulator, 'id-killed')
  expect(writes.done).toHaveLength(26)
  expect(new Set(writes.done).size).toBe(26)
}, 40_000)

test('a portal that shuts down stops its runs with a reason, after the step that each is at', async () => {
  const portal = await buildTestApp({
    postgres: the.world.postgres,
    emulator: the.world.emulator,
    environment: slow,
    connectionString: the.world.portal.connectionString,
  })
  const browser = await portal.signedIn('developer')
  const { runId } = await startRun(browser, [rowOf('id-shut-down', names('down'))])
  await expect
    .poll(async () => (await readRun(browser, runId)).run.counts.done, { timeout: 40_000, interval: 20 })
    .toBeGreaterThan(2)
  await portal.close()
  const { run } = await readRun(the.person, runId)
  expect(run).toMatchObject({ state: 'stopped', stopReason: 'restart', counts: { running: 0, waiting: 0 } })
  expect((await writesOf(the.world.emulator, 'id-shut-down')).done).toHaveLength(run.counts.done)
})

test('an ended sign-in pauses the run, and a new one resumes it', async () => {
  const robin = await the.world.portal.signedIn('developer')
  const { runId } = await startRun(robin, [rowOf('id-signed-out', names('out'))])
  await expect
    .poll(async () => (await readRun(robin, runId)).run.counts.done, { timeout: 40_000, interval: 20 })
    .toBeGreaterThan(2)
  await call(robin, 'POST', '/api/sign-out')
  const paused = (await endOf(the.person, runId)).run
  expect(paused).toMatchObject({ state: 'paused', stopReason: 'sign-in' })
  expect(paused.stoppedBecause).toContain('Sign in again')
  await resume(the.person, runId)
  expect((await endOf(the.person, runId)).run.counts).toMatchObject({ done: 13, failed: 0 })
  expect((await writesOf(the.world.emulator, 'id-signed-out')).done).toHaveLength(13)
})

/** Ends every sign-in of the person at Entra, as an administrator or a withdrawn consent does. */
async function revokeSignIns(role: string): Promise<void> {
  const { browserOrigin, tenant } = the.world.emulator
  const username = tenant.accounts.find((account) => account.role === role)?.username
  const answer = await fetch(`${browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username }),
  })
  expect(answer.status).toBe(204)
}

test('a sign-in that Entra revokes, or wants again, pauses the run; only its own person sees and resumes it', async () => {
  const admin = await the.world.portal.signedIn('admin')
  const { runId } = await startRun(admin, [rowOf('id-revoked', names('revoked'))])
  const done = async () => {
    const rows = await the.world.portal.database.select().from(setUpStep).where(eq(setUpStep.runId, runId))
    return rows.filter(({ state }) => state === 'done').length
  }
  await expect.poll(done, { timeout: 40_000, interval: 20 }).toBeGreaterThan(2)
  await revokeSignIns('admin')
  const run = async () => {
    const [row] = await the.world.portal.database.select().from(setUpRun).where(eq(setUpRun.runId, runId))
    return row
  }
  await expect.poll(async () => (await run())?.state, { timeout: 40_000, interval: 20 }).toBe('paused')
  expect((await call(admin, 'GET', `${runsUrl}/${runId}`)).status).toBe(401)
  expect((await call(the.person, 'POST', `${runsUrl}/${runId}/resume`, {})).body.code).toBe(
    'SET_UP_NOT_FOUND',
  )

  const again = await the.world.portal.signedIn('admin')
  await resume(again, runId)
  await setReality(the.world.emulator, { claimsChallenge: 'multifactorOnWrites' })
  const paused = (await endOf(again, runId)).run
  await setReality(the.world.emulator, { claimsChallenge: 'off' })
  expect(paused).toMatchObject({ state: 'paused', stopReason: 'sign-in', counts: { failed: 0 } })
  expect(paused.stoppedBecause).toContain('Azure wants you to sign in again')
  await resume(again, runId)
  expect((await endOf(again, runId)).run.counts).toMatchObject({ done: 13, failed: 0, unknown: 0 })
  expect((await writesOf(the.world.emulator, 'id-revoked')).done).toHaveLength(13)
})

test('two tabs that begin one draft are led to one run, and its next run makes no second application', async () => {
  const { body: kept } = await call<Draft>(the.person, 'POST', '/api/drafts', emptyDraftBody)
  const parent = { kind: 'newApplication', displayName: 'Of one draft' } as const
  const items = [{ key: 'a', parent, trusts: names('draft').map(trustOf), roles: [] }]
  const start = (of: readonly SetUpItem[]) =>
    call<SetUpRun>(the.person, 'POST', runsUrl, { draftId: kept.draftId, items: of })
  const both = await Promise.all([start(items), start(items)])
  expect(both.map(({ status }) => status)).toEqual([202, 202])
  expect(new Set(both.map(({ body }) => body.runId)).size).toBe(1)
  const other = await call(the.person, 'POST', runsUrl, {
    draftId: kept.draftId,
    items: [rowOf('id-other', [])],
  })
  expect([other.status, other.body.code]).toEqual([409, 'SET_UP_RUNNING'])
  const first = await endOf(the.person, both[0].body.runId)
  expect(first.run.counts).toMatchObject({ done: 14, failed: 0 })
  const plan = await call<SetUpDryRun>(the.person, 'POST', '/api/set-up/dry-runs', {
    draftId: kept.draftId,
    items,
  })
  expect(plan.body.counts).toMatchObject({ create: 0, 'already-there': 14 })
  const { body: second } = await start(items)
  expect(second.runId).not.toBe(first.run.runId)
  expect((await endOf(the.person, second.runId)).run.counts).toMatchObject({ done: 0, 'already-there': 14 })
  expect((await writesOf(the.world.emulator, 'uniqueName')).done).toHaveLength(1)
})

test('a run that goes on is not started a second time, and a fourth beside three is refused', async () => {
  const runs: SetUpRun[] = []
  for (const name of ['a', 'b', 'c'])
    runs.push(await startRun(the.person, [rowOf(`id-many-${name}`, names(name))]))
  const [first] = runs
  const twice = await call(the.person, 'POST', `${runsUrl}/${first?.runId}/resume`, {})
  expect([twice.status, twice.body.code]).toEqual([409, 'SET_UP_RUNNING'])
  const fourth = await call(the.person, 'POST', runsUrl, { items: [rowOf('id-many-d', [])] })
  expect([fourth.status, fourth.body.code]).toEqual([409, 'SET_UP_LIMIT_REACHED'])
  for (const { runId } of runs) await call(the.person, 'POST', `${runsUrl}/${runId}/stop`)
  for (const { runId } of runs) await endOf(the.person, runId)
})
