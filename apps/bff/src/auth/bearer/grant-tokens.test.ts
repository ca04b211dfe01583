import { randomBytes } from 'node:crypto'
import type { Problem } from '@trustwright/shared-schemas'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bearerGrant } from '../../db/schema-bearer.ts'
import { createServices } from '../../services.ts'
import type { Caller } from '../../ports.ts'
import { UnsealError } from '../sealing.ts'
import { ForeignAccountError } from '../token-cache-plugin.ts'
import { bearerId } from '../../sessions/bearer-id.ts'
import { buildTestApp, type TestApp } from '../../testing/build-test-app.ts'
import { startFakeEntra, type FakeEntra } from '../../testing/fake-entra.ts'
import { startTestPostgres, type TestPostgres } from '../../testing/test-postgres.ts'

let postgres: TestPostgres
let entra: FakeEntra
let portal: TestApp
const [k1, k2] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')]
const armScope = 'https://management.azure.com/user_impersonation'
const claims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}'

beforeAll(async () => {
  ;[postgres, entra] = await Promise.all([startTestPostgres(), startFakeEntra()])
  portal = await buildTestApp({ postgres, environment: { ...entra.environment, SESSION_KEYS: `k1:${k1}` } })
}, 60_000)

beforeEach(() => {
  entra.refuseExchanges(null)
})

afterAll(async () => {
  await portal.close()
  await Promise.all([postgres.close(), entra.close()])
})

/** A new access token of a person, known to the portal by a first request. */
async function comeIn(
  person: string,
): Promise<{ assertion: string; caller: Caller; headers: Record<string, string> }> {
  const assertion = await entra.sign({ ...entra.claims(person), uti: randomBytes(6).toString('hex') })
  const headers = { authorization: `Bearer ${assertion}` }
  expect((await portal.app.inject({ url: '/api/session', headers })).statusCode).toBe(200)
  entra.exchanges.length = 0
  const tenantId = portal.config.tenantId
  return {
    assertion,
    headers,
    caller: { sessionId: bearerId(assertion), objectId: person, tenantId, username: person },
  }
}

function replica(keys = `k1:${k1}`) {
  const { database, clock, app } = portal
  const config = { ...portal.config, sessionKeys: keysOf(keys) }
  return createServices({ config, database, clock, logger: app.log, overrides: {} })
}

function keysOf(text: string): TestApp['config']['sessionKeys'] {
  const [id = '', key = ''] = text.split(':')
  return [{ id, key: Buffer.from(key, 'base64') }]
}

const grantOf = async ({ sessionId }: Caller) =>
  (await portal.database.select().from(bearerGrant)).find(({ idHash }) => idHash === sessionId)

test("the portal asks Entra with the person's own token, and keeps what it gets for this token alone", async () => {
  const { assertion, caller } = await comeIn('dana')
  const { tokens } = replica()
  const { token } = await tokens.armToken(caller)
  expect(token).toContain('access-of-dana-')
  const [form] = entra.exchanges
  expect(Object.fromEntries(form ?? [])).toMatchObject({
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
    requested_token_use: 'on_behalf_of',
    assertion,
    scope: expect.stringContaining(armScope),
  })
  expect((await tokens.armToken(caller)).token).toBe(token)
  expect((await replica().tokens.armToken(caller)).token).toBe(token)
  expect(entra.exchanges).toHaveLength(1)
  expect((await tokens.armToken(caller, { forceRefresh: true })).token).not.toBe(token)
  const second = await comeIn('dana')
  expect((await tokens.armToken(second.caller)).token).not.toBe(token)
})

test('five at once exchange once', async () => {
  const { caller } = await comeIn('dana')
  const { tokens } = replica()
  const all = await Promise.all(Array.from({ length: 5 }, () => tokens.armToken(caller)))
  expect(new Set(all.map(({ token }) => token)).size).toBe(1)
  expect(entra.exchanges).toHaveLength(1)
})

test('the row holds no token that can be read, and nobody else can use it', async () => {
  const { assertion, caller } = await comeIn('dana')
  const { tokens, grants } = replica()
  const { token } = await tokens.armToken(caller)
  const row = await grantOf(caller)
  const text = Buffer.concat([
    row?.assertion ?? Buffer.alloc(0),
    row?.tokenCache ?? Buffer.alloc(0),
  ]).toString('latin1')
  expect(row?.tokenCache?.length).toBeGreaterThan(100)
  for (const secret of [assertion.slice(-60), token, 'refresh-of']) expect(text).not.toContain(secret)
  await expect(tokens.armToken({ ...caller, objectId: 'alex' })).rejects.toMatchObject({
    code: 'SESSION_ENDED',
  })
  const other = await comeIn('alex')
  const mixed = { assertion: row?.assertion ?? Buffer.alloc(0) }
  await portal.database.update(bearerGrant).set(mixed)
  await expect(grants.read(other.caller)).rejects.toThrow(UnsealError)
  await portal.database.delete(bearerGrant)
})

test('what Entra gives for another person is neither stored nor used', async () => {
  const { caller } = await comeIn('dana')
  const { tokens, grants } = replica()
  await grants.end(caller)
  const assertion = await entra.sign(entra.claims('alex'))
  await grants.add({ caller, assertion, expiresAt: new Date(portal.clock.now() + 60_000) })
  await expect(tokens.armToken(caller)).rejects.toBeInstanceOf(ForeignAccountError)
  expect(entra.exchanges).toHaveLength(1)
  expect((await grantOf(caller))?.tokenCache).toBeNull()
})

test('with the end of the access token nothing is exchanged any more, and the row goes', async () => {
  const late = await buildTestApp({
    postgres,
    connectionString: portal.connectionString,
    environment: { ...entra.environment, SESSION_KEYS: `k1:${k1}` },
  })
  const { caller } = await comeIn('dana')
  const { config, database, clock, app } = late
  const { tokens, grants } = createServices({ config, database, clock, logger: app.log, overrides: {} })
  await tokens.armToken(caller)
  late.clock.advance(3_599_000)
  await grants.sweep()
  expect(await grantOf(caller)).toBeDefined()
  late.clock.advance(2_000)
  await expect(tokens.armToken(caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  await grants.sweep()
  expect(await grantOf(caller)).toBeUndefined()
  expect(entra.exchanges).toHaveLength(1)
  await late.close()
})

test('when Entra wants more of the person, they get the claims to answer, once and with the challenge', async () => {
  const { caller, headers } = await comeIn('dana')
  const challenge = {
    error: 'interaction_required',
    error_description: 'AADSTS50076',
    suberror: 'basic_action',
    claims,
  }
  entra.refuseExchanges(challenge)
  const answer = await portal.app.inject({ url: '/api/subscriptions', headers })
  const problem = answer.json<Problem>()
  expect([answer.statusCode, problem.code]).toEqual([401, 'STEP_UP_REQUIRED'])
  expect(Buffer.from(problem.claims ?? '', 'base64url').toString()).toBe(claims)
  const plain = Buffer.from(claims).toString('base64')
  expect(answer.headers['www-authenticate']).toBe(`Bearer error="insufficient_claims", claims="${plain}"`)
  expect(entra.exchanges).toHaveLength(1)
  entra.refuseExchanges({ ...challenge, error: 'invalid_grant' })
  await expect(replica().tokens.armToken(caller)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
  entra.refuseExchanges(null)
  expect((await replica().tokens.armToken(caller)).token).toContain('access-of-dana')
})

test('claims that Azure asks for go to Entra, also when a token is still kept', async () => {
  const { caller } = await comeIn('dana')
  const { tokens } = replica()
  await tokens.armToken(caller)
  await tokens.armToken(caller, { claims })
  expect(entra.exchanges.map((form) => form.get('claims')?.includes('"acrs"'))).toEqual([false, true])
})

test('a missing consent is told with what to consent to; where Graph alone lacks it, the rest goes on', async () => {
  const { caller, headers } = await comeIn('dana')
  entra.refuseExchanges({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_description: 'AADSTS65001: The user or administrator has not consented to use the application.',
  })
  const answer = await portal.app.inject({ url: '/api/subscriptions', headers })
  expect([answer.statusCode, answer.json<Problem>()]).toMatchObject([
    403,
    { code: 'CONSENT_REQUIRED', consent: { clientId: portal.config.clientId, scopes: [armScope] } },
  ])
  await expect(replica().tokens.graphToken(caller)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  entra.refuseExchanges(null)
  expect((await portal.app.inject({ url: '/api/session', headers })).statusCode).toBe(200)
  expect((await replica().tokens.armToken(caller)).token).toContain('access-of-dana')
})

test.each([
  [
    'SESSION_ENDED',
    { error: 'invalid_grant', error_description: 'AADSTS50013', suberror: 'bad_token' },
    false,
  ],
  ['SESSION_ENDED', { error: 'invalid_grant', error_description: 'AADSTS500133' }, false],
  ['SESSION_ENDED', { error: 'invalid_grant', error_description: 'AADSTS50057' }, false],
  ['STEP_UP_REQUIRED', { error: 'interaction_required', error_description: 'AADSTS50079' }, true],
  ['UPSTREAM_FAILED', { error: 'invalid_client', error_description: 'AADSTS7000215' }, true],
  ['UPSTREAM_FAILED', { error: 'temporarily_unavailable', error_description: 'AADSTS90033' }, true],
])('%s follows from a refused exchange: %o', async (code, refusal, stays) => {
  const { caller, headers } = await comeIn('dana')
  entra.refuseExchanges(refusal)
  await expect(replica().tokens.armToken(caller)).rejects.toMatchObject({ code })
  expect(entra.exchanges).toHaveLength(1)
  expect((await grantOf(caller)) !== undefined).toBe(stays)
  if (stays) return
  const answer = await portal.app.inject({ url: '/api/subscriptions', headers })
  expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([
    401,
    'Bearer error="invalid_token"',
  ])
})

test('a grant whose key is lost ends, as if its token were over', async () => {
  const { caller } = await comeIn('dana')
  await expect(replica(`k2:${k2}`).tokens.armToken(caller)).rejects.toMatchObject({ code: 'SESSION_ENDED' })
  expect(await grantOf(caller)).toBeUndefined()
})
