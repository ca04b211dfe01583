import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { databaseOn, type Database } from '../db/database.ts'
import { createPool } from '../db/pool.ts'
import type { Caller, TokenSource } from '../ports.ts'
import { hashSecret } from '../sessions/secrets.ts'
import { SessionStore } from '../sessions/session-store.ts'
import { startFakeTokenEndpoint, type FakeTokenEndpoint } from '../testing/fake-token-endpoint.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'
import { createAudit } from '../audit/activity-log.ts'
import { createMsalClientFactory, type MsalClientFactory } from './msal-client.ts'
import { Sealer } from './sealing.ts'
import { entraSignIn, SignInAttempts } from './sign-in-attempts.ts'
import { beginSignIn } from './sign-in.ts'
import { MemorySlot } from './token-cache-plugin.ts'
import { createTokenSource } from './token-source.ts'

let postgres: TestPostgres
let endpoint: FakeTokenEndpoint
let pool: ReturnType<typeof createPool>
let database: Database
let sessions: SessionStore
let msal: MsalClientFactory
let tokens: TokenSource
const armScope = 'https://management.azure.com/user_impersonation'
const redirectUri = 'http://localhost:4280/auth/callback'
const clock = { now: () => Date.now() }
const sealer = new Sealer([{ id: 'k1', key: randomBytes(32) }])
const claims = '{"access_token":{"acrs":{"essential":true,"values":["p1"]}}}'

beforeAll(async () => {
  ;[postgres, endpoint] = await Promise.all([startTestPostgres(), startFakeTokenEndpoint()])
  pool = createPool({ connectionString: await postgres.freshDatabase(), onError: () => undefined })
  database = databaseOn(pool)
  sessions = new SessionStore(database, sealer, clock, { idleMs: 60_000, absoluteMs: 600_000 })
  const clientCredential = { kind: 'secret', secret: 'local' } as const
  msal = createMsalClientFactory({ clientId: 'portal', clientCredential, entra: endpoint.entra })
  tokens = createTokenSource({
    sessions,
    msal,
    armScope,
    graphScope: 'https://graph.microsoft.com/.default',
  })
}, 60_000)

beforeEach(() => {
  endpoint.refuseRefresh(null)
})

afterAll(async () => {
  await pool.end()
  await Promise.all([postgres.close(), endpoint.close()])
})

async function signIn(): Promise<{ secret: string; caller: Caller }> {
  const slot = new MemorySlot()
  await (await msal(slot)).acquireTokenByCode({ code: 'ann', scopes: [armScope], redirectUri })
  const user = { objectId: 'ann', tenantId: 'tenant-a', username: 'ann', displayName: 'Ann', isAdmin: false }
  const rest = { homeAccountId: 'ann.tenant-a', entraSessionId: null, loginHint: null, replaces: [] }
  const secret = await sessions.create({ user, tokenCache: slot.text ?? '', ...rest })
  endpoint.requests.length = 0
  return { secret, caller: { sessionId: hashSecret(secret), ...user } }
}

test('claims that Azure asks for go to Entra, also when a token is still in the cache', async () => {
  const { caller } = await signIn()
  await tokens.armToken(caller, { claims })
  expect(endpoint.requests.map((form) => form.get('claims'))).toEqual([expect.stringContaining('"acrs"')])
})

test('a missing consent for Graph is told as such, and neither ends the session nor asks for a new sign-in', async () => {
  const { secret, caller } = await signIn()
  endpoint.refuseRefresh({
    error: 'invalid_grant',
    suberror: 'consent_required',
    error_description: 'AADSTS65001: The user or administrator has not consented to use the application.',
    error_codes: [65001],
  })
  await expect(tokens.graphToken(caller)).rejects.toMatchObject({
    code: 'FORBIDDEN',
    extras: { missing: { action: 'Application.Read.All', scope: 'Microsoft Graph', role: null } },
  })
  expect(await sessions.find(secret)).not.toBeNull()
  expect((await tokens.armToken(caller)).token).not.toBe('')
})

test('when Entra wants the person, they are asked once, with the claims, and the session stays', async () => {
  const { secret, caller } = await signIn()
  endpoint.refuseRefresh({
    error: 'interaction_required',
    error_description: 'AADSTS50076',
    suberror: 'basic_action',
    claims,
  })
  await expect(tokens.armToken(caller, { claims })).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' })
  expect(endpoint.requests.length).toBeLessThanOrEqual(2)
  expect(await sessions.find(secret)).not.toBeNull()

  const parts = {
    tenantId: 'tenant-a',
    clientId: 'portal',
    redirectUri,
    scopes: [armScope],
    entra: endpoint.entra,
    msal,
    attempts: new SignInAttempts(database, sealer, clock, entraSignIn),
    sessions,
    administrators: { appRole: 'Trustwright.Admin', objectIds: [] },
    audit: createAudit(database, clock),
    clock,
  }
  const { location } = await beginSignIn(parts, '/trusts', secret)
  expect(new URL(location).searchParams.get('claims')).toContain('"acrs"')
  expect(new URL(location).searchParams.get('login_hint')).toBe('ann')
})

test.each([
  ['SESSION_ENDED', { error: 'invalid_grant', error_description: 'AADSTS70043' }],
  ['SESSION_ENDED', { error: 'invalid_grant', error_description: 'AADSTS50173', suberror: 'bad_token' }],
  ['STEP_UP_REQUIRED', { error: 'interaction_required', error_description: 'AADSTS50079' }],
  ['STEP_UP_REQUIRED', { error: 'consent_required', error_description: 'AADSTS65001' }],
  ['UPSTREAM_FAILED', { error: 'temporarily_unavailable', error_description: 'AADSTS90033' }],
])('%s follows from a refused refresh: %o', async (code, refusal) => {
  const { caller } = await signIn()
  endpoint.refuseRefresh(refusal)
  await expect(tokens.armToken(caller, { forceRefresh: true })).rejects.toMatchObject({ code })
  expect(endpoint.requests.length).toBeLessThanOrEqual(2)
})
