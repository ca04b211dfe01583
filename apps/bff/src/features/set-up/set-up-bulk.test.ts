import type { SetUpRun } from '@trustwright/shared-schemas'
import { afterEach, expect, test } from 'vitest'
import { buildTestApp, type TestApp } from '../../testing/build-test-app.ts'
import { call } from '../../testing/portal-world.ts'
import {
  endOf,
  readRun,
  resume,
  rowIn,
  rowOf,
  runsUrl,
  setReality,
  startRun,
  stepsOf,
  writesOf,
} from '../../testing/set-up-steps.ts'
import { setUpWorld } from '../../testing/set-up-world.ts'

/** Azure's limits times this, so that the test does not take a minute: 0.25 writes a second of one identity and so on. */
const scale = 12
const pace = {
  SET_UP_WRITES_PER_SECOND_PER_IDENTITY: String(0.25 * scale),
  SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: String(2 * scale),
  SET_UP_WRITES_PER_SECOND_PER_TENANT: String(10 * scale),
}

const the = setUpWorld('admin', pace)
afterEach(() =>
  setReality(the.world.emulator, {
    throttleScale: 0,
    throttleBurstSeconds: 60,
    armVisibilityMs: 0,
    graphVisibilityMs: 0,
  }),
)

/** Fifteen trusts on each identity, a row each. */
function rows(identities: readonly string[]) {
  return identities.flatMap((identity) =>
    Array.from({ length: 15 }, (_, index) =>
      rowOf(identity, [`${identity}-${index}`], `${identity} ${index}`),
    ),
  )
}

test('sixty trusts over four identities, throttled and stopped in the middle, are made once each', async () => {
  // A bucket of three writes an identity, which a portal without a pace would overrun at once.
  await setReality(the.world.emulator, { throttleScale: scale, throttleBurstSeconds: 1 })
  const identities = ['id-bulk-1', 'id-bulk-2', 'id-bulk-3', 'id-bulk-4']
  const { runId } = await startRun(the.person, rows(identities))
  const done = async () => (await readRun(the.person, runId)).run.counts.done
  await expect.poll(done, { timeout: 40_000, interval: 50 }).toBeGreaterThan(20)
  const running = (await readRun(the.person, runId)).run
  expect(running.secondsLeft).toBeGreaterThan(0)
  expect(running.secondsLeft).toBeLessThan(10)
  const { status } = await call<SetUpRun>(the.person, 'POST', `${runsUrl}/${runId}/stop`)
  expect(status).toBe(202)
  const stopped = (await endOf(the.person, runId)).run
  expect(stopped).toMatchObject({ state: 'stopped', stopReason: 'person', secondsLeft: null })
  expect(stopped.counts.pending).toBeGreaterThan(0)
  expect(stopped.counts).toMatchObject({ running: 0, waiting: 0, failed: 0 })
  const first = await writesOf(the.world.emulator, 'id-bulk')
  expect(first.done).toHaveLength(stopped.counts.done)

  await resume(the.person, runId)
  const page = await endOf(the.person, runId, 20_000)
  expect(page.run).toMatchObject({ state: 'finished', stoppedBecause: null })
  expect(page.run.counts).toMatchObject({ done: 64, 'already-there': 0, failed: 0, conflict: 0, unknown: 0 })
  const all = await writesOf(the.world.emulator, 'id-bulk')
  expect(all.done).toHaveLength(64)
  expect(new Set(all.done).size).toBe(64)
  // The portal's own pace kept it within the limits.
  expect(all.throttled).toBe(0)
}, 45_000)

test('a portal that is quicker than Azure obeys it, shows that it waits, and loses nothing', async () => {
  const quick = await quickPortal()
  try {
    await setReality(the.world.emulator, { throttleScale: 4, throttleBurstSeconds: 1 })
    const browser = await quick.signedIn('admin')
    const { runId } = await startRun(browser, [
      rowOf('id-quick', ['quick-1', 'quick-2', 'quick-3', 'quick-4']),
    ])
    const details = async () => stepsOf(await readRun(browser, runId)).map(({ detail }) => detail)
    await expect
      .poll(details, { timeout: 40_000, interval: 20 })
      .toContain('Azure asked the portal to slow down. Nothing was lost.')
    expect((await readRun(browser, runId)).run.waitingUntil).not.toBeNull()
    const { run } = await endOf(browser, runId)
    expect(run.counts).toMatchObject({ done: 5, failed: 0 })
    const writes = await writesOf(the.world.emulator, 'id-quick')
    expect(writes.throttled).toBeGreaterThan(0)
    expect(new Set(writes.done).size).toBe(5)
    expect(writes.done).toHaveLength(5)
  } finally {
    await quick.close()
  }
})

/** The same world through a portal that keeps no pace of its own. */
function quickPortal(): Promise<TestApp> {
  return buildTestApp({
    postgres: the.world.postgres,
    emulator: the.world.emulator,
    environment: {
      SET_UP_WRITES_PER_SECOND_PER_IDENTITY: '1000',
      SET_UP_WRITES_PER_SECOND_PER_SUBSCRIPTION: '1000',
      SET_UP_WRITES_PER_SECOND_PER_TENANT: '1000',
    },
  })
}

test('a new resource group, identity and application that Azure shows late are waited for', async () => {
  await setReality(the.world.emulator, { armVisibilityMs: 2500, graphVisibilityMs: 2500 })
  const application = { kind: 'newApplication', displayName: 'Shown late' } as const
  const { runId } = await startRun(the.person, [
    rowIn({ resourceGroup: 'rg-shown-late', groupLocation: 'westeurope' }, 'id-shown-late', [
      'late-1',
      'late-2',
    ]),
    { ...rowOf('id-shown-late', ['late-3', 'late-4'], 'app'), parent: application },
  ])
  const details = async () => stepsOf(await readRun(the.person, runId)).map(({ detail }) => detail)
  await expect
    .poll(details, { timeout: 40_000, interval: 50 })
    .toContain('Waiting for Azure to spread the new identity.')
  const { run } = await endOf(the.person, runId, 18_000)
  expect(run.counts).toMatchObject({ done: 8, failed: 0, conflict: 0, unknown: 0, cancelled: 0 })
})
