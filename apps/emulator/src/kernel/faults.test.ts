import { afterAll, beforeEach, expect, test } from 'vitest'
import { automationClient, subscriptions } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'
import { createFaults, type FaultMatch, type FaultRule, type FaultSubject } from './faults.ts'

const emulator = await startTestEmulator()
const { world, httpsOrigin } = emulator
afterAll(() => emulator.close())
beforeEach(() => world.faults.clear())
const token = await emulator.signIn('admin')

const groupPath = `/subscriptions/${subscriptions.development.subscriptionId}/resourcegroups/rg-fault?api-version=2021-04-01`

const arm = (path: string, method = 'GET', body?: unknown) =>
  emulator.fetch(`${httpsOrigin}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
const subscriptionsPath = '/subscriptions?api-version=2022-12-01'
const throttled = { status: 429, code: 'TooManyRequests', message: 'Slow down.', retryAfterSeconds: 7 }
const once = (effect: FaultRule['effect'], match: FaultMatch = {}) =>
  world.faults.add({ match, mode: { next: 1 }, effect })

test('the next two requests fail, the third one works', async () => {
  world.faults.add({ match: { area: 'arm' }, mode: { next: 2 }, effect: throttled })
  const first = await arm(subscriptionsPath)
  expect(first.headers.get('retry-after')).toBe('7')
  expect([first.status, await first.json()]).toEqual([
    429,
    { error: { code: 'TooManyRequests', message: 'Slow down.' } },
  ])
  expect((await arm(subscriptionsPath)).status).toBe(429)
  expect((await arm(subscriptionsPath)).status).toBe(200)
  expect(world.faults.list()).toEqual([])
})

test('Graph and Entra fail in their own words', async () => {
  once({ status: 503, code: 'UnknownError' }, { area: 'graph' })
  const graph = await emulator.fetch(`${httpsOrigin}/v1.0/me`)
  expect([graph.status, await graph.json()]).toMatchObject([
    503,
    { error: { code: 'UnknownError', innerError: { 'request-id': expect.any(String) } } },
  ])
  once({ status: 503, code: 'AADSTS90033', message: 'A transient error has occurred.' }, { area: 'entra' })
  const entra = await emulator.fetch(`${httpsOrigin}/${world.settings.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
  })
  expect([entra.status, await entra.json()]).toMatchObject([
    503,
    {
      error: 'temporarily_unavailable',
      error_codes: [90_033],
      error_description: expect.stringMatching(/^AADSTS90033: A/),
    },
  ])
})

test.each([
  ['arm', subscriptionsPath, 'RequestDisallowedByAzure'],
  ['graph', '/v1.0/me', 'InvalidAuthenticationToken'],
])('%s demands a second factor of one request, in the form that clients read', async (area, path, code) => {
  once({ claimsChallenge: true }, { area })
  const refused = await arm(path)
  expect([refused.status, await refused.json()]).toMatchObject([401, { error: { code } }])
  const header = refused.headers.get('www-authenticate') ?? ''
  const [, claims = ''] =
    /^Bearer realm="".*, error="insufficient_claims", claims="([^"]+)"$/.exec(header) ?? []
  expect(JSON.parse(atob(claims))).toEqual({
    access_token: { acrs: { essential: true, values: ['p1'] } },
  })
  expect((await arm(subscriptionsPath)).status).toBe(200)
})

test.each(['arm', 'graph'])('%s demands a newer token of one request, whatever Entra gives', async (area) => {
  once({ claimsChallenge: 'newerToken' }, { area })
  const refused = await arm(area === 'arm' ? subscriptionsPath : '/v1.0/me')
  const [, claims = ''] = /, claims="([^"]+)"$/.exec(refused.headers.get('www-authenticate') ?? '') ?? []
  expect([refused.status, JSON.parse(atob(claims))]).toEqual([
    401,
    { access_token: { nbf: { essential: true, value: expect.stringMatching(/^\d{10}$/) } } },
  ])
})

test('a connection dropped after the operation has done it, one dropped before has not', async () => {
  const put = () => arm(groupPath, 'PUT', { location: 'westeurope' })
  once({ dropConnection: true })
  await expect(put()).rejects.toThrow('fetch failed')
  expect((await arm(groupPath)).status).toBe(404)
  once({ dropConnection: true, when: 'after' })
  await expect(put()).rejects.toThrow('fetch failed')
  expect((await arm(groupPath)).status).toBe(200)
})

test('a cut body promises more than comes', async () => {
  once({ truncateBody: true })
  const answer = await arm(subscriptionsPath)
  expect(answer.status).toBe(200)
  await expect(answer.text()).rejects.toThrow('terminated')
})

test('latency of a fault and of the switch make answers wait', async () => {
  once({ latencyMs: 60 })
  world.reality.latencyMs = 40
  const startedAt = performance.now()
  expect((await arm(subscriptionsPath)).status).toBe(200)
  world.reality.latencyMs = 0
  expect(performance.now() - startedAt).toBeGreaterThan(95)
})

test('controls are never struck, so that a fault can be taken back', async () => {
  world.faults.add({ match: {}, mode: { rate: 1 }, effect: throttled })
  expect(
    (await emulator.fetch(`${emulator.browserOrigin}/_emulator/faults`, { method: 'DELETE' })).status,
  ).toBe(204)
  expect((await arm(subscriptionsPath)).status).toBe(200)
})

const subject: FaultSubject = {
  operation: 'arm/put-credential',
  method: 'PUT',
  path: '/subscriptions/s/resourceGroups/rg/providers/x/credential-1',
  caller: { appId: automationClient.clientId },
}

test.for<[FaultMatch, boolean]>([
  [{}, true],
  [{ operation: 'arm/put-credential' }, true],
  [{ operation: 'arm/get-credential' }, false],
  [{ area: 'arm', method: 'PUT' }, true],
  [{ area: 'graph' }, false],
  [{ method: 'GET' }, false],
  [{ pathPrefix: '/SUBSCRIPTIONS/s/' }, true],
  [{ pathPrefix: '/subscriptions/t/' }, false],
  [{ pathPattern: '*/resourcegroups/*/credential-?' }, false],
  [{ pathPattern: '*/resourcegroups/*/credential-1' }, true],
  [{ pathPattern: '/subscriptions' }, false],
  [{ caller: automationClient.clientId.toUpperCase() }, true],
  [{ caller: 'somebody' }, false],
])('%j strikes: %s', ([match, strikes]) => {
  const faults = createFaults()
  faults.add({ match, mode: { next: 1 }, effect: throttled })
  expect(faults.strike(subject)).toHaveLength(strikes ? 1 : 0)
})

test('a rate strikes about that share, and the same requests for the same seed', () => {
  const struck = (seed: number) => {
    const faults = createFaults()
    faults.add({ match: {}, mode: { rate: 0.3, seed }, effect: throttled })
    return Array.from({ length: 1000 }, () => faults.strike(subject).length)
  }
  const share = struck(1).reduce((sum, hit) => sum + hit, 0)
  expect(share).toBeGreaterThan(250)
  expect(share).toBeLessThan(350)
  expect(struck(1)).toEqual(struck(1))
  expect(struck(1)).not.toEqual(struck(2))
})
