import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bearerGrant } from '../../db/schema-bearer.ts'
import type { Caller } from '../../ports.ts'
import { bearerId } from '../../sessions/bearer-id.ts'
import { buildTestApp, type TestApp } from '../../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'
import { Sealer, UnsealError } from '../sealing.ts'
import { GrantStore } from './grant-store.ts'

let postgres: TestPostgres
let portal: TestApp
let grants: GrantStore
const key = { id: 'k1', key: randomBytes(32) }
const dana: Caller = { sessionId: bearerId('token'), objectId: 'dana', tenantId: 't', username: 'dana' }

beforeAll(async () => {
  postgres = await startTestPostgres()
  portal = await buildTestApp({ postgres })
  grants = new GrantStore(portal.database, new Sealer([key]), portal.clock)
}, 60_000)
beforeEach(async () => {
  await portal.database.delete(bearerGrant)
  await add()
})
afterAll(async () => {
  await portal.close()
  await postgres.close()
})

const add = (assertion = 'token', caller = dana) =>
  grants.add({ caller, assertion, expiresAt: new Date(portal.clock.now() + 60_000) })

test('a token that comes again changes nothing of what was kept for it', async () => {
  await grants.writeTokenCache(dana, 'cache', 0)
  await grants.rememberStepUp(dana, '{"access_token":{}}')
  expect(await add('another')).toBe(false)
  expect(await grants.read(dana)).toEqual({
    assertion: 'token',
    tokenCache: 'cache',
    homeAccountId: 'dana.t',
    version: 1,
  })
  expect(await grants.readStepUp(dana)).toBe('{"access_token":{}}')
})

test('of two replicas that exchanged at once the first is kept, and the other is told', async () => {
  expect(await grants.writeTokenCache(dana, 'of the first', 0)).toBe(true)
  expect(await grants.writeTokenCache(dana, 'of the second', 0)).toBe(false)
  expect(await grants.read(dana)).toMatchObject({ tokenCache: 'of the first', version: 1 })
  expect(await grants.writeTokenCache(dana, 'of the second', 1)).toBe(true)
  expect(await grants.read(dana)).toMatchObject({ tokenCache: 'of the second', version: 2 })
})

test.each<[string, Partial<Caller>]>([
  ['another person', { objectId: 'alex' }],
  ['the same object ID in another tenant', { tenantId: 'u' }],
  ['another token', { sessionId: bearerId('other') }],
  ['the hash without its prefix', { sessionId: bearerId('token').slice('bearer.'.length) }],
])('%s finds nothing', async (_, change) => {
  expect(await grants.read({ ...dana, ...change })).toBeNull()
})

test('what was kept for one token is of no use to another, also in the same row', async () => {
  const alex = { ...dana, sessionId: bearerId('other'), objectId: 'alex' }
  await add('other', alex)
  await grants.writeTokenCache(dana, 'of dana', 0)
  await portal.pool.query(
    `update bearer_grant set token_cache = d.token_cache, cache_key_id = d.cache_key_id
      from (select * from bearer_grant where object_id = 'dana') d where bearer_grant.object_id = 'alex'`,
  )
  await expect(grants.read(alex)).rejects.toThrow(UnsealError)
  await portal.pool.query(`update bearer_grant set token_cache = assertion where object_id = 'dana'`)
  await expect(grants.read(dana)).rejects.toThrow(UnsealError)
})

test('claims are of one token alone, and who has a session has none', async () => {
  await grants.rememberStepUp({ ...dana, sessionId: bearerId('other') }, '{}')
  expect(await grants.readStepUp(dana)).toBeNull()
  await portal.pool.query(`update bearer_grant set id_hash = 'session', step_up_claims = '{}'`)
  expect(await grants.readStepUp({ ...dana, sessionId: 'session' })).toBeNull()
})
