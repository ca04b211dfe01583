import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTestApp, type SignedInBrowser } from '../../testing/build-test-app.ts'
import { ended, latestPass, readWhole, startPass } from '../../testing/inventory-steps.ts'
import { keysOf, quickly, startInventoryWorld, type InventoryWorld } from '../../testing/inventory-world.ts'
import { noFindings } from '../../testing/no-findings.ts'
import { call } from '../../testing/portal-world.ts'
import { requestsDuring } from '../../testing/requests-arrived.ts'
import { startPortal } from '../../testing/start-portal.ts'
import { TestClock } from '../../testing/test-clock.ts'
import { portalFolder } from '../../testing/portal-folder.ts'

const folder = portalFolder()
const SESSION_KEYS = `k1:${Buffer.alloc(32, 5).toString('base64')}`
/** Slow enough to be met in the middle. */
const slowly = { SESSION_KEYS, ...quickly, INVENTORY_LISTS_PER_SECOND_PER_TENANT: '30' }
const overrides = { findings: noFindings() }

let world: InventoryWorld
let there: string[]
beforeAll(async () => {
  world = await startInventoryWorld()
  await world.control('POST', 'review-seed', { identities: 70, applications: 30, credentials: 240 })
  // Graph does not list managed identities, so that each is asked by itself.
  await world.fault({
    match: { operation: 'graph/list-principals' },
    mode: { rate: 1 },
    effect: { status: 400, code: 'Request_UnsupportedQuery' },
  })
  there = await world.exported()
}, 60_000)
afterAll(() => world.close())

async function inTheMiddle(browser: SignedInBrowser): Promise<number> {
  const read = async () => (await latestPass(browser)).identitiesRead
  await expect.poll(read, { timeout: 40_000 }).toBeGreaterThan(0)
  return read()
}

test('a portal that is killed in the middle hands its run to another one, and nothing is lost or asked for again', async () => {
  const { postgres, emulator } = world
  const connectionString = await postgres.freshDatabase()
  const environment = { SESSION_KEYS, ...quickly }
  const two = await buildTestApp({ postgres, emulator, environment, overrides, connectionString })
  const alex = await two.signedIn('admin')
  const killed = await startPortal(folder.path, {
    ...emulator.environment,
    NODE_EXTRA_CA_CERTS: emulator.caPath,
    DATABASE_URL: connectionString,
    ...slowly,
  })
  const headers = { 'x-trustwright': '1', 'sec-fetch-site': 'same-origin', cookie: alex.cookie }
  await fetch(`${killed.origin}/api/inventory`, { method: 'POST', headers })
  await inTheMiddle(alex)
  await killed.end('SIGKILL')
  const read = (await latestPass(alex)).identitiesRead
  // Without a sign of life for long enough: the test does not wait for it.
  await two.database.execute(sql`update inventory_scan set heartbeat_at = heartbeat_at - interval '1 minute'`)
  const arrived = await requestsDuring(emulator, async () => {
    await startPass(alex)
    await two.app.listen({ port: 0, host: '127.0.0.1' })
    expect(await ended(alex, 30_000)).toMatchObject({ number: 1, state: 'finished', identitiesUnreadable: 0 })
  })
  const { identitiesFound } = await latestPass(alex)
  expect(read).toBeGreaterThan(0)
  expect(arrived.filter((name) => name === 'arm/list-credentials')).toHaveLength(identitiesFound - read)
  expect(keysOf(await readWhole(alex))).toEqual(there)
  await two.close()
}, 60_000)

test('a run whose person signs out waits, and goes on from there when they are back', async () => {
  const { postgres, emulator } = world
  const portal = await buildTestApp({ postgres, emulator, environment: slowly, overrides })
  const alex = await portal.signedIn('admin')
  await startPass(alex)
  const read = await inTheMiddle(alex)
  await call(alex, 'POST', '/api/sign-out', {}).catch(() => undefined)
  const stateOf = async () => {
    const { rows } = await portal.database.execute<{ state: string }>(sql`select state from inventory_scan`)
    return rows[0]?.state
  }
  await expect.poll(stateOf, { timeout: 40_000 }).toBe('signed-out')
  const again = await portal.signedIn('admin')
  const scan = await ended(again, 30_000)
  expect(scan).toMatchObject({ number: 1, state: 'finished', identitiesUnreadable: 0 })
  expect(scan.identitiesRead).toBeGreaterThan(read)
  expect(keysOf(await readWhole(again))).toEqual(there)
  await portal.close()
}, 60_000)

test.each([
  ['ten minutes ahead', 600_000],
  ['a day back', -86_400_000],
])(
  'a clock that jumps %s in the middle neither hurries nor holds up a run',
  async (_, jump) => {
    const { postgres, emulator } = world
    const clock = new TestClock()
    const portal = await buildTestApp({ postgres, emulator, environment: slowly, overrides, clock })
    const alex = await portal.signedIn('admin')
    await startPass(alex)
    await inTheMiddle(alex)
    clock.advance(jump)
    const startedAt = performance.now()
    const scan = await ended(alex, 15_000)
    expect(scan).toMatchObject({ state: 'finished', identitiesUnreadable: 0, applicationsUnreadable: 0 })
    expect(performance.now() - startedAt).toBeGreaterThan(500)
    expect(keysOf(await readWhole(alex))).toEqual(there)
    await portal.close()
  },
  60_000,
)
