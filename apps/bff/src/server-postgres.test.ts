import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Client, type QueryResultRow } from 'pg'
import { expect, test, vi } from 'vitest'
import { databaseUser } from './db/embedded/create-cluster.ts'
import { findPostmaster, isAlive } from './db/embedded/postmaster.ts'
import { portalFolder } from './testing/portal-folder.ts'
import { portalThatEnds, startPortal } from './testing/start-portal.ts'

const folder = portalFolder()

async function query<T extends QueryResultRow>(text: string): Promise<T[]> {
  const { port } = (await findPostmaster(folder.cluster)) ?? { port: 0 }
  const password = await readFile(join(folder.path, 'postgres', 'password'), 'utf8')
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
  const first = await startPortal(folder.path)
  const before = await findPostmaster(folder.cluster)
  await query(insertStarted)
  await first.end('SIGKILL')
  expect(isAlive(before?.pid ?? 0)).toBe(true)

  const second = await startPortal(folder.path)
  expect(await findPostmaster(folder.cluster)).toEqual(before)
  expect(await query('select outcome from activity_event')).toEqual([{ outcome: 'unknown' }])
  const ready = await fetch(`${second.origin}/health/ready`)
  expect(ready.status).toBe(200)
  expect(await second.end('SIGTERM')).toBe(0)
  expect(isAlive(before?.pid ?? 0)).toBe(false)
}, 60_000)

test('after a kill -9 of portal and PostgreSQL, committed rows are still there', async () => {
  const first = await startPortal(folder.path)
  await query(insertStarted)
  const before = await findPostmaster(folder.cluster)
  process.kill(before?.pid ?? 0, 'SIGKILL')
  await first.end('SIGKILL')
  const second = await startPortal(folder.path)
  expect(await query('select operation from activity_event')).toEqual([{ operation: 'trust.create' }])
  await second.end('SIGTERM')
}, 60_000)

test('a second portal on the same folder is refused in one sentence, and the first goes on', async () => {
  const first = await startPortal(folder.path)
  const second = await portalThatEnds(folder.path, {})
  expect(second.code).toBe(1)
  expect(second.errors).toMatch(/^Another portal uses the folder [^\n]+\n$/)
  expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200)
  await first.end('SIGTERM')
}, 60_000)

test('when PostgreSQL dies, requests are answered 503 with Retry-After, and it comes back by itself', async () => {
  const portal = await startPortal(folder.path)
  const before = await findPostmaster(folder.cluster)
  process.kill(before?.pid ?? 0, 'SIGKILL')
  const answers = new Map<number, { retryAfter: string | null; body: unknown }>()
  await vi.waitUntil(
    async () => {
      const answer = await fetch(`${portal.origin}/health/ready`)
      answers.set(answer.status, { retryAfter: answer.headers.get('retry-after'), body: await answer.json() })
      return answer.status === 200 && answers.has(503)
    },
    { timeout: 40_000, interval: 20 },
  )
  expect([...answers.keys()].toSorted((one, other) => one - other)).toEqual([200, 503])
  expect(answers.get(503)).toMatchObject({ retryAfter: '2', body: { code: 'DATABASE_UNAVAILABLE' } })
  await portal.end('SIGTERM')
}, 60_000)

test('the password is random, for the owner only, and the server listens on loopback only', async () => {
  const portal = await startPortal(folder.path)
  const path = join(folder.path, 'postgres', 'password')
  expect((await stat(path)).mode & 0o777).toBe(0o600)
  expect((await readFile(path, 'utf8')).length).toBeGreaterThanOrEqual(32)
  expect(await query('show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  await portal.end('SIGTERM')
}, 60_000)
