import { afterAll, beforeAll, expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import { UnsettledWrite } from '../domain/unsettled-write.ts'
import type { Arm, Caller } from '../ports.ts'
import { brokenOff, json, raw, reset, startFaultServer, type FaultServer } from '../testing/fault-server.ts'
import { givenTokens, type GivenTokens } from '../testing/given-tokens.ts'
import { createArm } from './arm.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const path = {
  subscriptionId: '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501',
  resourceGroup: 'rg',
  identityName: 'id',
}
const values = { issuer: 'https://issuer.contoso.com', subject: 'one', audiences: ['api://x'] }
const stored = { id: '/x/fic', name: 'fic', properties: values }
const notFound = json(404, {
  error: {
    code: 'ResourceNotFound',
    message:
      "The Resource 'Microsoft.ManagedIdentity/userAssignedIdentities/id/federatedIdentityCredentials/fic' under resource group 'rg' was not found.",
  },
})
const refusal = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { error: { code, message: 'no' } }, headers)

let upstream: FaultServer
let elsewhere: FaultServer
let tokens: GivenTokens
beforeAll(async () => {
  upstream = await startFaultServer()
  elsewhere = await startFaultServer()
})
afterAll(async () => {
  await upstream.close()
  await elsewhere.close()
})

/** A new one each time, since budget and circuit are its own. */
function arm(): Arm {
  tokens = givenTokens()
  return createArm({
    endpoint: upstream.origin,
    tokens,
    clock: { now: () => Date.now() },
    unsupportedRegions: [],
  })
}

async function problemOf(work: Promise<unknown>): Promise<PortalError> {
  const error = await work.then(
    () => new Error('it was not refused'),
    (thrown: unknown) => thrown,
  )
  if (error instanceof PortalError) return error
  throw new Error('no PortalError', { cause: error })
}

test('a list is read over all its pages, with the caller’s own token', async () => {
  const page2 = `${upstream.origin}/page-2?api-version=2024-11-30`
  upstream.answerWith(json(200, { value: [stored], nextLink: page2 }), json(200, { value: [stored] }))
  expect(await arm().listCredentials(caller, path)).toHaveLength(2)
  expect(upstream.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-first',
    'Bearer token-first',
  ])
})

test.each([
  [
    'fields left out',
    { id: '/x/fic', name: 'fic', properties: {} },
    { issuer: '', subject: null, audiences: [] },
  ],
  [
    'a null subject',
    { id: '/x/fic', name: 'fic', properties: { ...values, subject: null } },
    { ...values, subject: null },
  ],
  [
    'an unknown field',
    { id: '/x/fic', name: 'fic', properties: { ...values, novelty: { deep: 1 } }, extra: 1 },
    values,
  ],
  [
    'several audiences',
    { id: '/x/fic', name: 'fic', properties: { ...values, audiences: ['a', ' b'] } },
    { ...values, audiences: ['a', ' b'] },
  ],
])('a stored credential with %s is shown as it is', async (_, item, expected) => {
  upstream.answerWith(json(200, { value: [item] }))
  expect(await arm().listCredentials(caller, path)).toEqual([{ id: '/x/fic', name: 'fic', ...expected }])
})

// "Nothing there" must be proven by complete JSON with a list in it.
test.each([
  ['an empty body', raw(200, 'application/json', '')],
  ['a body that breaks off', brokenOff],
  ['half of the JSON', raw(200, 'application/json', '{"value":[{"id":"/x/fi')],
  ['an HTML page', raw(200, 'text/html', '<html>down for maintenance</html>')],
  ['a JSON list without its envelope', json(200, [])],
  ['an object without a list', json(200, { values: [] })],
  ['a list that is null', json(200, { value: null })],
  ['an error spliced into a success', raw(200, 'application/json', '{"value":[{"name":"a"{"error":{}}')],
  ['no content', raw(204, 'application/json', '')],
])('%s is a failed read, never an empty list', async (_, answer) => {
  upstream.answerWith(answer)
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('UPSTREAM_FAILED')
  expect(upstream.seen).toHaveLength(3)
})

test('the token never goes to another host that a list names', async () => {
  elsewhere.answerWith(json(200, { value: [] }))
  upstream.answerWith(json(200, { value: [stored], nextLink: `${elsewhere.origin}/page-2` }))
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('UPSTREAM_FAILED')
  expect(elsewhere.seen).toEqual([])
})

test('the token never follows a redirect', async () => {
  elsewhere.answerWith(json(200, { value: [] }))
  upstream.answerWith((response) => response.writeHead(307, { location: `${elsewhere.origin}/` }).end())
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('UPSTREAM_FAILED')
  expect(elsewhere.seen).toEqual([])
})

test('a list that names the same page again is given up', async () => {
  const again = `${upstream.origin}/page-2`
  upstream.answerWith(json(200, { value: [stored], nextLink: again }))
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('UPSTREAM_FAILED')
  expect(upstream.seen).toHaveLength(2)
})

test('a page that fails is read again, and the list is whole', async () => {
  upstream.answerWith(refusal(500, 'InternalServerError'), reset, json(200, { value: [stored] }))
  expect(await arm().listCredentials(caller, path)).toHaveLength(1)
})

test('a short wait that Azure asks for is obeyed when reading', async () => {
  const throttled = refusal(429, 'TooManyRequests', { 'retry-after': '1' })
  upstream.answerWith(throttled, json(200, { value: [] }))
  const startedAt = performance.now()
  expect(await arm().listCredentials(caller, path)).toEqual([])
  expect(performance.now() - startedAt).toBeGreaterThan(990)
})

test.each([
  ['a long wait', { 'retry-after': '6' }, 6],
  ['no time', {}, undefined],
])('%s is told at once', async (_, headers, seconds) => {
  upstream.answerWith(refusal(429, 'TooManyRequests', headers))
  const { code, extras } = await problemOf(arm().listCredentials(caller, path))
  expect([code, extras.retryAfterSeconds]).toEqual(['THROTTLED', seconds])
  expect(upstream.seen).toHaveLength(1)
})

test('a pass in the background is told at once also of a short wait', async () => {
  upstream.answerWith(refusal(429, 'TooManyRequests', { 'retry-after': '1' }))
  const { code } = await problemOf(arm().listCredentials(caller, path, { background: true }))
  expect([code, upstream.seen.length]).toEqual(['THROTTLED', 1])
})

test('a token that Azure refuses is renewed once', async () => {
  upstream.answerWith(refusal(401, 'ExpiredAuthenticationToken'), json(200, { value: [] }))
  expect(await arm().listCredentials(caller, path)).toEqual([])
  expect(tokens.asked).toEqual([{}, { forceRefresh: true }])
})

test('a renewed token that Azure refuses too ends the session', async () => {
  upstream.answerWith(refusal(401, 'InvalidAuthenticationToken', { 'www-authenticate': 'Bearer' }))
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('SESSION_ENDED')
  expect(upstream.seen).toHaveLength(2)
})

const claims = '{"access_token":{"acrs":{"essential":true,"value":"p1"}}}'
const challenge = refusal(401, 'InvalidAuthenticationToken', {
  'www-authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(claims)}"`,
})

test('a claims challenge is answered with a token for exactly these claims', async () => {
  upstream.answerWith(challenge, json(201, stored))
  await arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect(tokens.asked).toContainEqual({ claims })
  expect(tokens.remembered).toEqual([])
  expect(upstream.seen[1]?.headers.authorization).toBe('Bearer token-stronger')
})

test('a claims challenge that stays asks for a new sign-in, which is told what for', async () => {
  upstream.answerWith(challenge)
  const write = arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect((await problemOf(write)).code).toBe('STEP_UP_REQUIRED')
  expect(tokens.remembered).toEqual([[caller, claims]])
})

const lost = [
  ['a reset', reset],
  ['a 500', refusal(500, 'InternalServerError')],
  ['a 503', refusal(503, 'ServiceUnavailable')],
  ['a body that breaks off', brokenOff],
  ['half an answer', raw(201, 'application/json', '{"id":')],
  ['an HTML page', raw(200, 'text/html', '<html></html>')],
  ['an answer of 17 MiB', raw(200, 'application/json', `{"id":"${'x'.repeat(17 * 1024 * 1024)}"}`)],
  ['an empty success', raw(200, 'application/json', '')],
  ['a redirect', raw(307, 'text/plain', '')],
] as const

test('a list of 17 MiB is given up as no usable answer, and not asked for again', async () => {
  upstream.answerWith(raw(200, 'application/json', `{"value":["${'x'.repeat(17 * 1024 * 1024)}"]}`))
  expect((await problemOf(arm().listCredentials(caller, path))).code).toBe('UPSTREAM_FAILED')
  expect(upstream.seen).toHaveLength(1)
})

test.each(lost)('a write whose answer is lost by %s counts when the values are there', async (_, fault) => {
  upstream.answerWith(fault, json(200, stored))
  const written = await arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect(written.value).toMatchObject(values)
  expect(upstream.seen.map(({ method }) => method)).toEqual(['PUT', 'GET'])
})

test.each(lost)(
  'a write whose answer is lost by %s and that is not there is told, not repeated',
  async (_, fault) => {
    upstream.answerWith(fault, notFound)
    const error = await problemOf(arm().putCredential(caller, path, { name: 'fic', values, before: null }))
    expect(error.code).toBe('UPSTREAM_FAILED')
    expect(error.cause).not.toBeInstanceOf(UnsettledWrite)
    expect(upstream.seen.map(({ method }) => method)).toEqual(['PUT', 'GET'])
  },
)

test.each([
  ['new, but with other values', null, 'TRUST_NAME_TAKEN'],
  ['still the old one', { ...values, subject: 'old' }, 'UPSTREAM_FAILED'],
  ['somebody else’s', { ...values, subject: 'older' }, 'TRUST_CHANGED_MEANWHILE'],
])('after a lost answer, a credential that is %s is told apart', async (_, before, code) => {
  upstream.answerWith(reset, json(200, { ...stored, properties: { ...values, subject: 'old' } }))
  const write = arm().putCredential(caller, path, { name: 'fic', values, before })
  expect((await problemOf(write)).code).toBe(code)
})

test('a write that cannot be settled says that it is unknown', async () => {
  upstream.answerWith(reset)
  const error = await problemOf(arm().putCredential(caller, path, { name: 'fic', values, before: null }))
  expect(error.cause).toBeInstanceOf(UnsettledWrite)
  expect(upstream.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1)
})

test('a deletion whose answer is lost counts when the credential is gone', async () => {
  upstream.answerWith(reset, notFound)
  expect((await arm().deleteCredential(caller, path, 'fic')).value).toBeNull()
})

test('a deletion whose answer is lost is told when the credential is still there', async () => {
  upstream.answerWith(refusal(500, 'InternalServerError'), json(200, stored))
  expect((await problemOf(arm().deleteCredential(caller, path, 'fic'))).code).toBe('UPSTREAM_FAILED')
})

const concurrent = refusal(409, 'ConcurrentFederatedIdentityCredentialsWritesForSingleManagedIdentity')

test('a write that Azure refuses for another one is tried three times more', async () => {
  upstream.answerWith(concurrent)
  const write = arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect((await problemOf(write)).code).toBe('CONCURRENT_WRITE')
  expect(upstream.seen).toHaveLength(4)
})

test.each([
  ['throttled', refusal(429, 'TooManyRequests', { 'retry-after': '1' }), 'THROTTLED'],
  ['refused', refusal(403, 'AuthorizationFailed'), 'FORBIDDEN'],
  ['locked', refusal(409, 'ScopeLocked'), 'RESOURCE_LOCKED'],
])('a write that is %s is sent once', async (_, answer, code) => {
  upstream.answerWith(answer)
  const write = arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect([(await problemOf(write)).code, upstream.seen.length]).toEqual([code, 1])
})

test('the audit gets Azure’s own id of the write', async () => {
  upstream.answerWith(json(201, stored, { 'x-ms-request-id': 'azure-7' }))
  const written = await arm().putCredential(caller, path, { name: 'fic', values, before: null })
  expect(written.upstreamRequestId).toBe('azure-7')
})

test('repeats stay within a budget, and a circuit opens, when Azure fails for all', async () => {
  upstream.answerWith(refusal(500, 'InternalServerError'))
  const failing = arm()
  const calls = Array.from({ length: 100 }, () => problemOf(failing.listCredentials(caller, path)))
  expect(new Set((await Promise.all(calls)).map(({ code }) => code))).toEqual(new Set(['UPSTREAM_FAILED']))
  expect(upstream.seen.length).toBeLessThanOrEqual(120)
  await problemOf(failing.listCredentials(caller, path))
  const before = upstream.seen.length
  await problemOf(failing.listCredentials(caller, path))
  expect(upstream.seen.length).toBe(before)
})
