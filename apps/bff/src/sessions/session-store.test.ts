import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Sealer } from '../auth/sealing.ts'
import { databaseOn, type Database } from '../db/database.ts'
import { createPool } from '../db/pool.ts'
import { session } from '../db/schema.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import { hashSecret, newSecret } from './secrets.ts'
import { SessionStore } from './session-store.ts'

let postgres: TestPostgres
let pool: ReturnType<typeof createPool>
let database: Database
const key = { id: 'k1', key: randomBytes(32) }
const clock = { at: 1_800_000_000_000, now: () => clock.at }
const limits = { idleMs: 60_000, absoluteMs: 600_000 }

beforeAll(async () => {
  postgres = await startTestPostgres()
  pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
  database = databaseOn(pool)
}, 60_000)

afterAll(async () => {
  await pool.end()
  await postgres.close()
})

const store = () => new SessionStore(database, new Sealer([key]), clock, limits)

async function begin(replaces: readonly string[] = []): Promise<string> {
  return await store().create({
    user: { objectId: 'o', tenantId: 't', username: 'dana@contoso.com', displayName: 'Dana', isAdmin: false },
    homeAccountId: 'o.t',
    entraSessionId: null,
    loginHint: null,
    tokenCache: '{"marker":"TOKEN-MARKER"}',
    replaces,
  })
}

test('ids are 256 bits and never repeat', () => {
  const ids = Array.from({ length: 100_000 }, newSecret)
  expect(new Set(ids).size).toBe(ids.length)
  expect(Buffer.from(ids[0] ?? '', 'base64url')).toHaveLength(32)
})

test('a dump of the table holds neither the cookie value nor a token', async () => {
  const secret = await begin()
  const dump = JSON.stringify(await database.select().from(session))
  expect(dump).toContain(hashSecret(secret))
  expect(dump).not.toContain(secret)
  const { rows } = await pool.query<{ text: string }>(
    "select encode(token_cache, 'escape') as text from session",
  )
  expect(rows.map(({ text }) => text).join('\n')).not.toContain('TOKEN-MARKER')
  expect(await store().find(hashSecret(secret))).toBeNull()
})

test.each([
  ['', 'empty'],
  ['short', 'short'],
  ['x'.repeat(43), 'unknown'],
  ["' or 1=1 --", 'SQL'],
  ['x'.repeat(5000), 'long'],
])('the cookie value %s (%s) is nobody', async (value) => {
  expect(await store().find(value)).toBeNull()
})

test('a session ends exactly at its idle limit, on every replica, with its tokens', async () => {
  const secret = await begin()
  clock.at += limits.idleMs - 1
  expect(await store().find(secret)).toMatchObject({ objectId: 'o', sessionId: hashSecret(secret) })
  clock.at += limits.idleMs
  expect(await store().find(secret)).toBeNull()
  expect(await store().readTokenCache(hashSecret(secret))).toBeNull()
})

test('a session in use ends exactly at its absolute limit', async () => {
  const secret = await begin()
  const end = clock.at + limits.absoluteMs
  while (clock.at + 30_000 < end) {
    clock.at += 30_000
    expect(await store().find(secret)).not.toBeNull()
  }
  clock.at = end
  expect(await store().find(secret)).toBeNull()
})

test('a new sign-in removes the sessions it replaces', async () => {
  const old = await begin()
  const fresh = await begin([hashSecret(old)])
  expect(await store().find(old)).toBeNull()
  expect(await store().find(fresh)).not.toBeNull()
})

test('sweeping removes what is past a limit and nothing else', async () => {
  const old = await begin()
  clock.at += limits.idleMs
  const fresh = await begin()
  await store().sweep()
  const left = await database.select({ id: session.idHash }).from(session)
  expect(left.map(({ id }) => id)).toEqual([hashSecret(fresh)])
  expect(await store().find(old)).toBeNull()
})

test('of two replicas that write the same version of a token cache, the second is told and overwrites nothing', async () => {
  const id = hashSecret(await begin())
  expect(await store().writeTokenCache(id, 'first', 1)).toBe(true)
  expect(await store().writeTokenCache(id, 'second', 1)).toBe(false)
  expect(await store().readTokenCache(id)).toMatchObject({ text: 'first', version: 2 })
})

test('a token cache that was moved to another session does not open', async () => {
  const [one, other] = [hashSecret(await begin()), hashSecret(await begin())]
  await pool.query(
    'update session set token_cache = (select token_cache from session where id_hash = $1) where id_hash = $2',
    [one, other],
  )
  await expect(store().readTokenCache(other)).rejects.toThrow('not what was sealed')
})
