import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { azureReality } from '../kernel/reality.ts'
import { accounts, automationClient } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
const { world, browserOrigin } = emulator
afterAll(() => emulator.close())
beforeEach(() => send('POST', 'reset'))

async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
  const response = await emulator.fetch(`${browserOrigin}/_emulator/${path}`, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) }
}

test('switches change at once, and a reset puts them back to what the start said', async () => {
  const changed = await send('PATCH', 'reality', {
    armVisibilityMs: 250,
    refusedIssuers: ['https://a.example'],
  })
  expect(changed.body).toEqual({
    ...azureReality,
    throttleScale: 0,
    issuerKeyCacheMs: 0,
    armVisibilityMs: 250,
    refusedIssuers: ['https://a.example'],
  })
  expect(world.reality.armVisibilityMs).toBe(250)
  await send('POST', 'reset')
  expect((await send('GET', 'reality')).body).toEqual({
    ...azureReality,
    throttleScale: 0,
    issuerKeyCacheMs: 0,
  })
})

test.for([
  ['reality', { speed: 1 }, 'speed is not known.'],
  ['reality', { latencyMs: -1 }, 'latencyMs must be 0 or more.'],
  ['reality', { latencyMs: '5' }, 'latencyMs must be of the type number.'],
  [
    'reality',
    { claimsChallenge: 'on' },
    'claimsChallenge must be off or continuousAccess or multifactorOnWrites.',
  ],
  ['reality', [], 'the body must be of the type object.'],
  ['clock', {}, 'the body has none of the shapes that are known here.'],
  ['clock', { advanceSeconds: 1e12 }, 'advanceSeconds must be 316224000 or less.'],
  ['seed', { identities: 1, applications: 1 }, 'credentialsEach must be given (number).'],
  ['seed', { identities: 1, applications: 1, credentialsEach: 21 }, 'credentialsEach must be 20 or less.'],
  ['faults', { match: {} }, 'effect has none of the shapes that are known here.'],
  ['faults', { match: { where: '/' }, effect: { latencyMs: 1 } }, 'match.where is not known.'],
  ['faults', { effect: { status: 200, code: 'Ok' } }, 'effect.status must be 400 or more.'],
  ['keys/rotate', { purpose: '../entra' }, 'purpose has none of the shapes that are known here.'],
] as const)('%s refuses %j and says why', async ([path, body, message]) => {
  const answer = await send(path === 'reality' ? 'PATCH' : 'POST', path, body)
  expect(answer).toEqual({ status: 400, body: { error: { code: 'BadRequest', message } } })
})

test('the clock moves on, and tokens expire with it', async () => {
  const token = await emulator.signIn('reader')
  const list = () =>
    emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    })
  expect((await list()).status).toBe(200)
  expect((await send('POST', 'clock', { advanceSeconds: 2 * 86_400 })).body).toMatchObject({
    offsetSeconds: 172_800,
  })
  expect((await list()).status).toBe(401)
  await send('POST', 'clock', { reset: true })
  expect((await list()).status).toBe(200)
})

test('the clock stays within the years that dates are written in', async () => {
  const tenYears = 316_224_000
  let answer = await send('POST', 'clock', { advanceSeconds: tenYears })
  for (let step = 0; step < 1000 && answer.status === 200; step += 1) {
    answer = await send('POST', 'clock', { advanceSeconds: tenYears })
  }
  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({ error: { message: expect.stringContaining('years 1970 to 9999') } })
  expect((await send('POST', 'clock', { reset: true })).body).toMatchObject({ offsetSeconds: 0 })
})

test('a snapshot brings back what was changed in any collection, and takes away what was added', async () => {
  const before = world.content()
  expect((await send('POST', 'snapshots/first')).status).toBe(201)
  world.store.users.delete(accounts.reader.objectId)
  world.store.subscriptions.put('new', {
    subscriptionId: 'new',
    displayName: 'New',
    tenantId: 't',
    state: 'Enabled',
  })
  expect((await send('POST', 'snapshots/first/restore')).status).toBe(204)
  expect(world.content()).toEqual(before)
  expect((await send('GET', 'snapshots')).body).toMatchObject({ value: [{ name: 'first' }] })
  expect((await send('DELETE', 'snapshots/first')).status).toBe(204)
  expect((await send('POST', 'snapshots/first/restore')).status).toBe(404)
  expect((await send('DELETE', 'snapshots/first')).status).toBe(404)
  expect(readdirSync(join(world.settings.dataFolder, 'snapshots'))).toEqual([])
})

test.for(['..%2Fstate', 'Upper', 'a.b', '-a', 'a'.repeat(65)])(
  'a snapshot cannot be named %s',
  async (name) => {
    expect((await send('POST', `snapshots/${name}`)).status).toBe(400)
  },
)

test('a snapshot of another version is left alone and named', async () => {
  await send('POST', 'snapshots/old')
  writeFileSync(join(world.settings.dataFolder, 'snapshots', 'old.jsonl'), '')
  const before = world.content()
  expect(await send('POST', 'snapshots/old/restore')).toMatchObject({
    status: 409,
    body: { error: { message: expect.stringContaining('was written by another version') } },
  })
  expect(world.content()).toEqual(before)
  await send('DELETE', 'snapshots/old')
})

test('a rotated key signs, the old one verifies until it is retired', async () => {
  const keys = async () => (await world.keys.publicKeys('entra')).keys.map(({ kid }) => kid)
  const [old] = await keys()
  const token = await emulator.signIn('reader')
  const { body } = await send('POST', 'keys/rotate')
  expect(await keys()).toEqual([(body as { kid: string }).kid, old])
  const list = () =>
    emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01`, {
      headers: { authorization: `Bearer ${token}` },
    })
  expect((await list()).status).toBe(200)
  expect((await send('POST', 'keys/retire', { kid: old })).status).toBe(204)
  expect((await list()).status).toBe(401)
  expect((await send('POST', 'keys/retire', { kid: old })).status).toBe(404)
})

test('the seed of a size is the same each time and adds to the tenant', async () => {
  const present = world.store.credentials.size()
  const size = { identities: 30, applications: 20, credentialsEach: 12 }
  const first = await send('POST', 'seed', size)
  expect(first).toMatchObject({ status: 200, body: { credentials: present + 600 } })
  const ids = world.store.identities.list().map(({ name, clientId }) => [name, clientId])
  await send('POST', 'reset')
  expect(world.store.credentials.size()).toBe(present)
  await send('POST', 'seed', size)
  await send('POST', 'seed', size)
  expect(world.store.identities.list().map(({ name, clientId }) => [name, clientId])).toEqual(ids)
  expect(world.store.credentials.size()).toBe(present + 600)
})

test('a caller who is moved to another seed finds no trust twice on one parent', async () => {
  await send('POST', 'seed', { identities: 3, applications: 3, credentialsEach: 20, seed: 7 })
  const pairs = world.store.credentials
    .list()
    .map((each) => JSON.stringify([each.parent, each.issuer, each.subject]))
  expect(new Set(pairs).size).toBe(pairs.length)
  expect(world.store.credentials.list().every(({ name }) => /^[a-z0-9][\w-]{2,119}$/i.test(name))).toBe(true)
})

test.for([
  [{ origin: 'https://evil.example' }, 403],
  [{ origin: 'null' }, 403],
  [{ origin: 'http://localhost:4280' }, 403],
  [{ 'sec-fetch-site': 'cross-site' }, 403],
  [{ 'sec-fetch-site': 'same-site' }, 403],
  [{ origin: browserOrigin, 'sec-fetch-site': 'same-origin' }, 204],
  [{}, 204],
] as const)('a reset that a browser sends with %j is answered %d', async ([headers, status]) => {
  expect((await send('POST', 'reset', undefined, headers)).status).toBe(status)
})

test('requests are listed with their caller, and never with a query, a body or a token', async () => {
  const token = await emulator.signIn('developer')
  await emulator.fetch(`${emulator.httpsOrigin}/subscriptions?api-version=2022-12-01&secret=hidden`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const { tenantId } = world.settings
  await emulator.fetch(`${emulator.httpsOrigin}/${tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({ client_id: automationClient.clientId, client_secret: 'hidden' }),
  })
  const { body } = await send('GET', 'requests?limit=2')
  expect(body).toMatchObject({
    value: [
      { method: 'POST', operation: 'entra/post-token', caller: { appId: automationClient.clientId } },
      {
        method: 'GET',
        path: '/subscriptions',
        apiVersion: '2022-12-01',
        operation: 'arm/list-subscriptions',
        caller: { upn: accounts.developer.username, objectId: accounts.developer.objectId },
        status: 200,
      },
    ],
  })
  const all = JSON.stringify((await send('GET', 'requests')).body)
  expect(all).not.toContain('hidden')
  expect(all).not.toContain(token)
  expect(all).not.toContain('_emulator')
})

test.for(['since=x', 'limit=0', 'limit=1001', 'all=1'])('requests refuses ?%s', async (query) => {
  expect((await send('GET', `requests?${query}`)).status).toBe(400)
})
