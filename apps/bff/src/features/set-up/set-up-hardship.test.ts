import type { SetUpItem, SetUpItemProgress, SetUpRunPage } from '@trustwright/shared-schemas'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Timer } from '../../domain/timer.ts'
import { asAutomation } from '../../testing/as-automation.ts'
import { startAzureProxy, type Fate, type ProxiedRequest } from '../../testing/azure-proxy.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../../testing/build-test-app.ts'
import { forThisFile } from '../../testing/for-this-file.ts'
import { call, development, startPortalWorld } from '../../testing/portal-world.ts'
import {
  endOf,
  group,
  readRun,
  readerOnGroup,
  rowIn,
  rowOf,
  runsUrl,
  startRun,
  stepsOf,
  trustOf,
  unpaced,
} from '../../testing/set-up-steps.ts'
import { TestClock } from '../../testing/test-clock.ts'

const environment = {
  SESSION_KEYS: `k1:${Buffer.alloc(32, 5).toString('base64')}`,
  ...unpaced,
}
/** Waits for a moment only: how long each should be is proven in what-now.test.ts. */
const hasty: Timer = { pause: (ms, signal) => sleep(Math.min(ms, 10), undefined, { signal }) }

const world = forThisFile(() => startPortalWorld({ environment }))
const proxy = forThisFile(() => startAzureProxy(world.emulator.httpsOrigin))
const admin = forThisFile(() => world.portal.signedIn('admin'))
let one: TestApp
let other: TestApp
/** Portals of its own each: how often a person may resume at one is limited. */
beforeEach(async () => {
  proxy.decide(() => 'pass')
  one = await replica()
  other = await replica()
})
afterEach(async () => {
  proxy.release()
  await Promise.all([one.close(), other.close()])
})

/** A portal over the same database that speaks to Azure through the proxy. */
function replica(): Promise<TestApp> {
  return buildTestApp({
    postgres: world.postgres,
    emulator: world.emulator,
    environment: { ...environment, ARM_ENDPOINT: proxy.origin, GRAPH_ENDPOINT: proxy.origin },
    connectionString: world.portal.connectionString,
    clock: new TestClock(),
    overrides: { timer: hasty },
  })
}

/** The admin's browser at that replica: cookies are good for all. */
const at = (portal: TestApp): SignedInBrowser => ({
  cookie: admin.cookie,
  inject: (options) => portal.inject({ ...options, headers: { ...options.headers, cookie: admin.cookie } }),
})

const newGroup = (name: string) => ({ resourceGroup: `rg-${name}`, groupLocation: 'westeurope' })

function wanted(name: string): SetUpItem[] {
  return [
    { ...rowOf(`id-${name}-1`, [`${name}-a`, `${name}-b`]), roles: readerOnGroup },
    { ...rowIn(newGroup(name), `id-${name}-2`, [`${name}-c`]), roles: readerOnGroup },
    {
      key: 'app',
      parent: { kind: 'newApplication', displayName: `App ${name}` },
      trusts: [trustOf(`${name}-d`)],
      roles: readerOnGroup,
    },
  ]
}
const stepsWanted = 11

interface Listed {
  readonly value: readonly Readonly<Record<string, unknown>>[]
}
const arm = async (path: string) =>
  // The emulator's own lists.
  (await asAutomation(world.emulator, 'management.azure.com', ['GET', path])) as Listed
const graph = async (path: string) =>
  // The same.
  (await asAutomation(world.emulator, 'graph.microsoft.com', ['GET', path])) as Listed

/** What Azure has of it, counted past the portal. */
async function inAzure(name: string, page: SetUpRunPage): Promise<Record<string, unknown>> {
  const trustsOf = async (identity: string, inGroup: string) => {
    const base = `${inGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity}`
    const { value } = await arm(`${base}/federatedIdentityCredentials?api-version=2024-11-30`)
    return value.map((each) => String(each['name'])).toSorted()
  }
  const applications = await graph(`/v1.0/applications?$filter=displayName eq 'App ${name}'`)
  const ids = stepsOf(page).flatMap(({ result }) => result?.['principalId'] ?? [])
  const held: number[] = []
  for (const id of ids) {
    const filter = encodeURIComponent(`principalId eq '${id}'`)
    const query = `api-version=2022-04-01&$filter=${filter}`
    const path = `/subscriptions/${development}/providers/Microsoft.Authorization/roleAssignments?${query}`
    held.push((await arm(path)).value.length)
  }
  const principals: number[] = []
  const trusts: unknown[] = []
  for (const { appId, id } of applications.value) {
    const found = await graph(`/v1.0/servicePrincipals?$filter=appId eq '${String(appId)}'`)
    principals.push(found.value.length)
    const stored = await graph(`/v1.0/applications/${String(id)}/federatedIdentityCredentials`)
    trusts.push(stored.value.map((each) => each['name']))
  }
  return {
    one: await trustsOf(`id-${name}-1`, group),
    two: await trustsOf(`id-${name}-2`, group.replace('rg-pay-dev', `rg-${name}`)),
    trusts,
    principals,
    held,
  }
}

const whole = (name: string) => ({
  one: [`${name}-a`, `${name}-b`],
  two: [`${name}-c`],
  trusts: [[`${name}-d`]],
  principals: [1],
  held: [1, 1, 1],
})

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((all, each) => all + each, 0)
const losses: readonly Fate[] = ['cut-before', 'cut-after', 'half', '429', '503']

test.each([1, 2, 3])(
  'with 30 percent of all answers lost or refused, and two portals that resume at once, everything is made once (seed %i)',
  async (seed) => {
    const name = `lossy-${seed}`
    const draw = dice(seed)
    const fates = new Map<string, number>()
    const lossy = (): Fate => {
      const fate = draw() < 0.3 ? (losses[Math.floor(draw() * losses.length)] ?? 'pass') : 'pass'
      fates.set(fate, (fates.get(fate) ?? 0) + 1)
      return fate
    }
    proxy.decide(lossy)
    const { runId } = await startRun(at(one), wanted(name))
    const resumed: number[] = []
    for (let round = 0; round < 25; round++) {
      const { run } = await endOf(admin, runId)
      if (run.counts.done + run.counts['already-there'] === stepsWanted) break
      const only = run.state === 'finished' ? 'failed' : 'left'
      const both = await Promise.all(
        [one, other].map((portal) => call(at(portal), 'POST', `${runsUrl}/${runId}/resume`, { only })),
      )
      resumed.push(both.filter(({ status }) => status === 202).length)
    }
    const page = await endOf(admin, runId)
    expect(stepsOf(page).filter(({ state }) => state !== 'done' && state !== 'already-there')).toEqual([])
    expect(new Set(resumed).has(2)).toBe(false)
    // The proof is one only where much was lost, in many ways. How many answers there are depends on who comes first.
    expect(fates.size).toBeGreaterThan(4)
    expect(sum(fates) - (fates.get('pass') ?? 0)).toBeGreaterThan(5)
    expect(await inAzure(name, page)).toEqual(whole(name))
  },
  60_000,
)

const writes: readonly (readonly [string, (request: ProxiedRequest) => boolean])[] = [
  ['the resource group', ({ method, path }) => method === 'PUT' && /resourceGroups\/[^/?]+\?/i.test(path)],
  ['the identity', ({ method, path }) => method === 'PUT' && /userAssignedIdentities\/[^/?]+\?/i.test(path)],
  ['a trust', ({ method, path }) => method === 'PUT' && /federatedIdentityCredentials/i.test(path)],
  ['a role', ({ method, path }) => method === 'PUT' && /roleAssignments/i.test(path)],
  ['the application', ({ method, path }) => method === 'PATCH' && /uniqueName/.test(path)],
  ['the service principal', ({ method, path }) => method === 'POST' && /servicePrincipals/.test(path)],
  ['the application’s trust', ({ method, path }) => method === 'POST' && /federatedIdentity/.test(path)],
]
const boundaries = writes.flatMap(([what, fits], index) =>
  (['hang-before', 'hang-after'] as const).map((fate) => ({
    what,
    fits,
    fate,
    name: `dead-${index}-${fate}`,
  })),
)

test.each(boundaries)(
  'a portal that dies at the write of $what ($fate) is followed by another, and does no harm when it wakes',
  async ({ name, fits, fate }) => {
    let isHung = false
    proxy.decide((request) => {
      if (isHung || !fits(request)) return 'pass'
      isHung = true
      return fate
    })
    const { runId } = await startRun(at(one), wanted(name))
    await expect.poll(() => isHung, { timeout: 40_000, interval: 10 }).toBe(true)
    const isWhole = ({ steps }: SetUpItemProgress) => steps.every(({ state }) => state === 'done')
    const wholeRows = async () => (await readRun(admin, runId)).items.filter(isWhole).length
    await expect.poll(wholeRows, { timeout: 40_000, interval: 20 }).toBe(2)
    // A dead portal holds no lock. Other tests have databases of their own in the same PostgreSQL.
    await world.portal.database.execute(
      sql`select pg_terminate_backend(pid) from pg_locks join pg_database on pg_database.oid = database
          where locktype = 'advisory' and granted and datname = current_database()`,
    )
    other.clock.advance(11_000)
    const { run } = await readRun(at(other), runId)
    expect(run).toMatchObject({ state: 'stopped', stopReason: 'restart' })
    const { status } = await call(at(other), 'POST', `${runsUrl}/${runId}/resume`, {})
    expect(status).toBe(202)
    const page = await endOf(at(other), runId)
    expect(page.run).toMatchObject({ state: 'finished', counts: { failed: 0, unknown: 0, conflict: 0 } })
    proxy.release()
    await expect.poll(() => inAzure(name, page), { timeout: 40_000 }).toEqual(whole(name))
    expect((await readRun(admin, runId)).items).toEqual(page.items)
  },
)
