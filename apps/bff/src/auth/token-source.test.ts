import { decodeJwt } from 'jose'
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { session } from '../db/schema.ts'
import type { Caller } from '../ports.ts'
import { createServices } from '../services.ts'
import { hashSecret } from '../sessions/secrets.ts'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startEmulator, type TestEmulator } from '../testing/start-emulator.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

let postgres: TestPostgres
let emulator: TestEmulator
let portal: TestApp
const [k1, k2] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]

beforeAll(async () => {
  ;[postgres, emulator] = await Promise.all([startTestPostgres(), startEmulator()])
  portal = await buildTestApp({ postgres, emulator, environment: { SESSION_KEYS: `k1:${k1}` } })
}, 60_000)

afterAll(async () => {
  await portal.close()
  await Promise.all([postgres.close(), emulator.close()])
})

async function signIn(): Promise<Caller> {
  const { cookie } = await portal.signedIn('developer')
  const sessionId = hashSecret(cookie.split('=')[1] ?? '')
  const { tenantId } = portal.config
  return { sessionId, tenantId, objectId: '1c0f6a7e-30b1-4a55-8f0d-5f3a9e7d0001', username: 'dana' }
}

/** The services of another replica or of a portal that was started anew with these keys. */
async function replica(sessionKeys = `k1:${k1}`) {
  const { connectionString } = portal
  const other = await buildTestApp({
    postgres,
    emulator,
    connectionString,
    environment: { SESSION_KEYS: sessionKeys },
  })
  const { config, database, clock } = other
  const services = createServices({ config, database, clock, logger: other.app.log, overrides: {} })
  return { ...services, close: async () => await other.close() }
}

async function storedRow(caller: Caller) {
  const rows = await portal.database.select().from(session)
  return rows.find(({ idHash }) => idHash === caller.sessionId)
}

async function signOutEverywhere(): Promise<void> {
  const answer = await fetch(`${emulator.browserOrigin}/_emulator/sign-outs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'dana@contoso.onmicrosoft.com' }),
  })
  expect(answer.ok).toBe(true)
}

test("the token is the person's own, for ARM, and comes from the cache the second time", async () => {
  const caller = await signIn()
  const { tokens, close } = await replica()
  const first = await tokens.armToken(caller)
  expect(decodeJwt(first.token)).toMatchObject({ oid: caller.objectId, aud: 'https://management.azure.com' })
  expect(first.expiresAt.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000)
  expect((await tokens.armToken(caller)).token).toBe(first.token)
  await close()
})

test('a forced refresh gives another token and keeps the new refresh token, also when many ask at once', async () => {
  const caller = await signIn()
  const { tokens, close } = await replica()
  const old = await tokens.armToken(caller)
  const fresh = await Promise.all(
    Array.from({ length: 5 }, async () => await tokens.armToken(caller, { forceRefresh: true })),
  )
  expect(fresh.map(({ token }) => token)).not.toContain(old.token)
  expect((await tokens.armToken(caller, { forceRefresh: true })).token).not.toBe(old.token)
  await close()
})

test('when Entra withdrew the sign-in, the session ends with its tokens', async () => {
  const caller = await signIn()
  const { tokens, close } = await replica()
  await signOutEverywhere()
  await expect(tokens.armToken(caller, { forceRefresh: true })).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  })
  expect(await storedRow(caller)).toBeUndefined()
  await expect(tokens.armToken(caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  await close()
})

test('after a key came in front, the next use seals anew, and the old key can go', async () => {
  const caller = await signIn()
  expect((await storedRow(caller))?.keyId).toBe('k1')
  const both = await replica(`k2:${k2},k1:${k1}`)
  const { token } = await both.tokens.armToken(caller)
  await both.close()
  expect((await storedRow(caller))?.keyId).toBe('k2')
  const after = await replica(`k2:${k2}`)
  expect((await after.tokens.armToken(caller)).token).toBe(token)
  await after.close()
})

test('a session whose key is lost ends cleanly, and no other does', async () => {
  const lost = await signIn()
  const later = await replica(`k2:${k2}`)
  await expect(later.tokens.armToken(lost)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  expect(await storedRow(lost)).toBeUndefined()
  await later.close()
})

test('tokens of a session that has ended are gone', async () => {
  const caller = await signIn()
  const { tokens, sessions, close } = await replica()
  await sessions.end(caller.sessionId)
  await expect(tokens.armToken(caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  await close()
})
