import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { databaseUser } from './db/embedded/create-cluster.ts'
import { findPostmaster, isAlive } from './db/embedded/postmaster.ts'
import { startTestPostgres } from './testing/test-postgres.ts'
import { portalThatEnds, startPortal } from './testing/start-portal.ts'

let folder: string
const cluster = () => join(folder, 'postgres', 'cluster')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trustwright-portal-'))
  await chmod(folder, 0o755)
})

afterEach(async () => {
  const left = await findPostmaster(cluster())
  if (left) process.kill(left.pid, 'SIGQUIT')
  await vi.waitUntil(async () => (await findPostmaster(cluster())) === undefined, { timeout: 5000 })
  await rm(folder, { recursive: true, force: true })
})

async function query<T extends QueryResultRow>(text: string): Promise<T[]> {
  const { port } = (await findPostmaster(cluster())) ?? { port: 0 }
  const password = await readFile(join(folder, 'postgres', 'password'), 'utf8')
  const client = new Client({
    connectionString: `postgres://${databaseUser}:${password}@127.0.0.1:${port}/postgres`,
  })
  await client.connect()
  const { rows } = await client.query<T>(text)
  await client.end()
  return rows
}

const insertStarted = `insert into activity_event
  (activity_id, at, tenant_id, actor_object_id, actor_username, operation, target, target_key, outcome)
  values (gen_random_uuid(), now(), 't', 'o', 'dana', 'trust.create', '/x', '/x', 'started')`

test('after a kill -9 the next start takes over the same PostgreSQL with all its data', async () => {
  const first = await startPortal(folder)
  const before = await findPostmaster(cluster())
  await query(insertStarted)
  await first.end('SIGKILL')
  expect(isAlive(before?.pid ?? 0)).toBe(true)

  const second = await startPortal(folder)
  expect(await findPostmaster(cluster())).toEqual(before)
  expect(await query('select outcome from activity_event')).toEqual([{ outcome: 'unknown' }])
  const ready = await fetch(`${second.origin}/health/ready`)
  expect(ready.status).toBe(200)
  expect(await second.end('SIGTERM')).toBe(0)
  expect(isAlive(before?.pid ?? 0)).toBe(false)
}, 60_000)

test('after a kill -9 of portal and PostgreSQL, committed rows are still there', async () => {
  const first = await startPortal(folder)
  await query(insertStarted)
  const before = await findPostmaster(cluster())
  process.kill(before?.pid ?? 0, 'SIGKILL')
  await first.end('SIGKILL')
  const second = await startPortal(folder)
  expect(await query('select operation from activity_event')).toEqual([{ operation: 'trust.create' }])
  await second.end('SIGTERM')
}, 60_000)

test('a second portal on the same folder is refused in one sentence, and the first goes on', async () => {
  const first = await startPortal(folder)
  const second = await portalThatEnds(folder, {})
  expect(second.code).toBe(1)
  expect(second.errors).toMatch(/^Another portal uses the folder [^\n]+\n$/)
  expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200)
  await first.end('SIGTERM')
}, 60_000)

test('when PostgreSQL dies, requests are answered 503 with Retry-After, and it comes back by itself', async () => {
  const portal = await startPortal(folder)
  const before = await findPostmaster(cluster())
  process.kill(before?.pid ?? 0, 'SIGKILL')
  const answers = new Map<number, { retryAfter: string | null; body: unknown }>()
  await vi.waitUntil(
    async () => {
      const answer = await fetch(`${portal.origin}/health/ready`)
      answers.set(answer.status, { retryAfter: answer.headers.get('retry-after'), body: await answer.json() })
      return answer.status === 200 && answers.has(503)
    },
    { timeout: 15_000, interval: 20 },
  )
  expect([...answers.keys()].toSorted((one, other) => one - other)).toEqual([200, 503])
  expect(answers.get(503)).toMatchObject({ retryAfter: '2', body: { code: 'DATABASE_UNAVAILABLE' } })
  await portal.end('SIGTERM')
}, 60_000)

test('the password is random, for the owner only, and the server listens on loopback only', async () => {
  const portal = await startPortal(folder)
  const path = join(folder, 'postgres', 'password')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await readFile(path, 'utf8')).length).toBeGreaterThanOrEqual(32)
  expect(await query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await portal.end('SIGTERM')
}, 60_000)

test('a taken port is one sentence and exit 1, and leaves no PostgreSQL behind', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''
  const portal = await portalThatEnds(folder, { PORT: port })
  expect(portal).toMatchObject({
    code: 1,
    errors: `Port ${port} is taken: stop the program that uses it, or set PORT to another one.\n`,
  })
  expect(await findPostmaster(cluster())).toBeUndefined()
  other.close()
}, 60_000)

test.each([
  ['SESSION_KEYS', ''],
  ['PORT', 'x'],
  ['DATABASE_URL', 'nonsense'],
])('a wrong %s is one readable line and exit 1', async (name, value) => {
  const portal = await portalThatEnds(folder, { [name]: value })
  expect(portal.code).toBe(1)
  expect(portal.errors).toMatch(new RegExp(`^${name}: [^\n]+\n$`))
})

test('a database that refuses the portal is one sentence that names its host and no password', async () => {
  const first = await startPortal(folder)
  const { port } = (await findPostmaster(cluster())) ?? { port: 0 }
  const portal = await portalThatEnds(folder, {
    DATABASE_URL: `postgres://nobody:hidden@127.0.0.1:${port}/postgres`,
  })
  expect(portal.code).toBe(1)
  expect(portal.errors).toMatch(
    new RegExp(`^The database at 127.0.0.1:${port} could not be opened: [^\n]+\n$`),
  )
  expect(portal.errors + portal.output).not.toContain('hidden')
  await first.end('SIGTERM')
}, 60_000)

test('with DATABASE_URL the portal uses that database and starts none of its own', async () => {
  const postgres = await startTestPostgres()
  const portal = await startPortal(folder, { DATABASE_URL: await postgres.freshDatabase() })
  expect((await fetch(`${portal.origin}/health/ready`)).status).toBe(200)
  expect(await findPostmaster(cluster())).toBeUndefined()
  expect(await portal.end('SIGTERM')).toBe(0)
  await postgres.close()
}, 60_000)

test('a request under way is answered when the portal is told to end, and a new one is not taken', async () => {
  const portal = await startPortal(folder)
  const under = request(`${portal.origin}/api/sign-out`, {
    method: 'POST',
    headers: {
      expect: '100-continue',
      'content-type': 'application/json',
      'x-trustwright': '1',
      'sec-fetch-site': 'same-origin',
    },
  })
  under.flushHeaders()
  await once(under, 'continue')
  const ended = portal.end('SIGTERM')
  const isOpen = async () =>
    await fetch(`${portal.origin}/health/live`).then(
      () => true,
      () => false,
    )
  await expect.poll(isOpen, { timeout: 5000 }).toBe(false)
  under.end('{}')
  const [answer] = await once(under, 'response')
  expect(answer).toMatchObject({ statusCode: 200 })
  under.destroy()
  expect(await ended).toBe(0)
}, 60_000)
