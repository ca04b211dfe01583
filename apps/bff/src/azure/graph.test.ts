import { expect, test } from 'vitest'
import type { Directory } from '../directory-port.ts'
import { UnsettledWrite } from '../domain/unsettled-write.ts'
import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'
import { brokenOff, json, raw, reset, startFaultServer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { givenTokens, type GivenTokens } from '../testing/given-tokens.ts'
import { createGraph } from './graph.ts'

const caller: Caller = { sessionId: 's', objectId: 'o', tenantId: 't', username: 'dana@contoso.com' }
const appId = '11111111-2222-4333-8444-555555555555'
const values = { issuer: 'https://issuer.contoso.com', subject: 'one', audiences: ['a'] }
const stored = { id: 'c1', name: 'main', ...values, description: null }
const error = (code: string, message = 'Words of Graph') => ({ error: { code, message } })
const notFound = json(404, error('Request_ResourceNotFound'))

const upstream = forThisFile(startFaultServer)
let tokens: GivenTokens

/** A new one each time, since budget and circuit are its own. */
function graph(permissions = ['Application.ReadWrite.All']): Directory {
  tokens = givenTokens(permissions)
  return createGraph({ endpoint: upstream.origin, tokens, clock: { now: () => Date.now() } })
}

async function problemOf(work: Promise<unknown>): Promise<PortalError> {
  const thrown = await work.then(
    () => new Error('it was not refused'),
    (reason: unknown) => reason,
  )
  if (thrown instanceof PortalError) return thrown
  throw new Error('no PortalError', { cause: thrown })
}

const put = (before: typeof values | null = null) =>
  graph().putCredential(caller, appId, { name: 'main', values, before })
const pair = 'The combination of issuer and subject must be unique for the application.'
const full = 'The size of the object has exceeded its limit. Please reduce the number of values.'

// One row a row of Graph's own error table; texts as Graph words them.
test.each([
  [
    409,
    'Request_MultipleObjectsWithSameKeyValue',
    'FederatedIdentityCredential with name main already exists.',
    'TRUST_NAME_TAKEN',
  ],
  [400, 'InvalidFederatedIdentityCredentialValue', pair, 'TRUST_PAIR_TAKEN'],
  [
    400,
    'InvalidFederatedIdentityCredentialValue',
    'is not allowed as per assigned policy.',
    'POLICY_REFUSED',
  ],
  [400, 'InvalidFederatedIdentityCredentialValue', 'Rule exception: Expression', 'EXPRESSION_REFUSED'],
  [403, 'Directory_ResultSizeLimitExceeded', full, 'TRUST_LIMIT_REACHED'],
  [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', 'FORBIDDEN'],
  [404, 'Request_ResourceNotFound', "Resource 'x' does not exist", 'NOT_FOUND'],
  [403, 'Request_UnpublishedCode', full, 'TRUST_LIMIT_REACHED'],
  [400, 'Request_BadRequest', 'Invalid value specified for property', 'UPSTREAM_REFUSED'],
  [429, 'TooManyRequests', 'Slow down', 'THROTTLED'],
])('%i %s "%s" on a write becomes %s, with the words of Graph', async (status, code, message, becomes) => {
  upstream.answerWith(json(status, error(code, message), { 'request-id': 'r-1', 'client-request-id': 'c-1' }))
  const problem = await problemOf(put())
  expect(problem.code).toBe(becomes)
  expect(problem.extras.upstream).toEqual({
    service: 'graph',
    status,
    code,
    message,
    requestId: 'r-1',
    correlationId: 'c-1',
  })
})

test.each([
  [['Application.Read.All'], { action: 'Application.ReadWrite.All', scope: 'Microsoft Graph', role: null }],
  [
    ['Application.ReadWrite.All'],
    {
      action: 'microsoft.directory/applications/credentials/update',
      scope: `/applications/${appId}`,
      role: 'Cloud Application Administrator',
    },
  ],
])('a refused write with the permissions %j names what is missing', async (permissions, missing) => {
  upstream.answerWith(json(403, error('Authorization_RequestDenied')))
  const write = { name: 'main', values, before: null }
  const problem = await problemOf(graph(permissions).putCredential(caller, appId, write))
  expect([problem.code, problem.extras.missing]).toEqual(['FORBIDDEN', missing])
})

test.each([
  ['an error in the middle of a list', raw(200, 'application/json', '{"value":[{"id":"c1"{"error":{}}')],
  ['a body that breaks off', brokenOff],
  ['a page instead of JSON', raw(200, 'text/html', '<p>maintenance</p>')],
  ['a list that is none', json(200, { value: {} })],
  ['a credential without an ID', json(200, { value: [{ name: 'main' }] })],
  [
    'a next page that cannot be asked for',
    json(200, { value: [], '@odata.nextLink': 'https://evil.contoso.example/' }),
  ],
])('%s is never read as an empty list', async (_, answer) => {
  upstream.answerWith(answer)
  expect((await problemOf(graph().listCredentials(caller, appId))).code).toBe('UPSTREAM_FAILED')
})

test('odd values are given as they are stored', async () => {
  const odd = { id: 'c1', name: 'a b', issuer: ' x', subject: null, audiences: ['a', 'b'] }
  const flexible = {
    id: 'c2',
    name: 'f',
    issuer: 'i',
    claimsMatchingExpression: { value: 'e' },
    audiences: null,
  }
  upstream.answerWith(json(200, { value: [odd, flexible] }))
  expect(await graph().listCredentials(caller, appId)).toMatchObject([
    { name: 'a b', issuer: ' x', subject: null, audiences: ['a', 'b'], expression: null },
    { name: 'f', subject: null, audiences: [], expression: 'e' },
  ])
})

test('a challenge of continuous access evaluation is answered once, then asks for a new sign-in', async () => {
  const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}'
  const header = `Bearer realm="", error="insufficient_claims", claims="${Buffer.from(claims).toString('base64')}"`
  const challenge = json(401, error('InvalidAuthenticationToken'), { 'www-authenticate': header })
  upstream.answerWith(challenge, json(200, { value: [] }))
  expect(await graph().listCredentials(caller, appId)).toEqual([])
  expect(upstream.seen.map(({ headers }) => headers.authorization)).toEqual([
    'Bearer token-first',
    'Bearer token-stronger',
  ])
  expect(tokens.asked.at(-1)).toEqual({ claims })
  expect(tokens.remembered).toEqual([])
  upstream.answerWith(challenge)
  expect((await problemOf(graph().listCredentials(caller, appId))).code).toBe('STEP_UP_REQUIRED')
  expect(tokens.remembered).toEqual([[caller, claims]])
})

test.each([
  ['is stored as asked', json(200, stored), null, values.subject],
  ['is not there', notFound, null, 'UPSTREAM_FAILED'],
  ['has other values', json(200, { ...stored, subject: 'other' }), null, 'TRUST_NAME_TAKEN'],
  ['still has its old values', json(200, { ...stored, subject: 'old' }), 'old', 'UPSTREAM_FAILED'],
  ['has values of a third person', json(200, { ...stored, subject: 'x' }), 'old', 'TRUST_CHANGED_MEANWHILE'],
])('a write whose answer is lost is read again: what %s counts so', async (_, found, before, end) => {
  upstream.answerWith(reset, found)
  const write = put(before === null ? null : { ...values, subject: before })
  const ended = await write.then(
    ({ value }) => value.subject,
    async () => (await problemOf(write)).code,
  )
  expect(ended).toBe(end)
  expect(upstream.seen.filter(({ method }) => method !== 'GET')).toHaveLength(1)
})

test.each([
  ['nothing but braces', json(201, {})],
  ['an ID alone', json(201, { id: 'c1' })],
])('a credential that Graph confirms with %s is read back', async (_, answer) => {
  upstream.answerWith(answer, json(200, stored))
  expect((await put()).value).toMatchObject(values)
  expect(upstream.seen.map(({ method }) => method)).toEqual(['POST', 'GET'])
})

const flexible = { issuer: values.issuer, subject: null, audiences: ['a'], expression: 'e' }

test.each([
  ['Request_BadRequest', "A property named 'claimsMatchingExpression' is not declared."],
  ['Request_BadRequest', "Could not find a property named 'claimsMatchingExpression' on type 'x'."],
  ['InvalidFederatedIdentityCredentialValue', "Property 'subject' cannot be empty."],
])('a directory without patterns says %s “%s”: the code tells that', async (code, message) => {
  const write = (wanted: typeof values | typeof flexible) =>
    problemOf(graph().putCredential(caller, appId, { name: 'main', values: wanted, before: null }))
  upstream.answerWith(json(400, error(code, message)))
  expect([(await write(flexible)).code, (await write(values)).code]).toEqual([
    'EXPRESSION_NOT_SUPPORTED',
    'UPSTREAM_REFUSED',
  ])
})

test('a changed pattern goes to Graph with the name and version, and without a subject', async () => {
  upstream.answerWith((response) => response.writeHead(204).end())
  await graph().putCredential(caller, appId, { name: 'main', values: flexible, before: flexible })
  expect(JSON.parse(upstream.seen[0]?.body ?? '')).toEqual({
    name: 'main',
    issuer: values.issuer,
    audiences: ['a'],
    claimsMatchingExpression: { value: 'e', languageVersion: 1 },
  })
})

test('a lost creation of an application stays unknown, since names are not unique', async () => {
  upstream.answerWith(reset)
  const problem = await problemOf(graph().createApplication(caller, { displayName: 'Pay' }))
  expect(problem.cause).toBeInstanceOf(UnsettledWrite)
  expect(upstream.seen).toHaveLength(1)
})

// What the directory answers from may lag behind what it stored.
test.each([
  ['new', null, notFound],
  ['changed', { ...values, subject: 'old' }, json(200, { ...stored, subject: 'old' })],
])(
  'a %s credential whose answer is lost and that is not to be seen stays unknown',
  async (_, before, found) => {
    upstream.answerWith(reset, found)
    expect((await problemOf(put(before))).cause).toBeInstanceOf(UnsettledWrite)
  },
)

test('an application that Graph confirms with nothing readable was made all the same', async () => {
  upstream.answerWith(json(201, { displayName: 'Pay' }, { 'request-id': 'r-1' }))
  const problem = await problemOf(graph().createApplication(caller, { displayName: 'Pay' }))
  expect(problem.cause).toBeInstanceOf(UnsettledWrite)
  expect(problem.extras.upstream?.requestId).toBe('r-1')
})

test('a change goes to the credential that was read, not to another that took its name', async () => {
  upstream.answerWith((response) => response.writeHead(204).end())
  const before = { ...values, credentialId: 'c1' }
  await graph().putCredential(caller, appId, { name: 'main', values, before })
  expect(upstream.seen[0]?.url).toMatch(/federatedIdentityCredentials\/c1$/)
})

test('roles that Graph lists without saying which are not taken for none', async () => {
  const group = { '@odata.type': '#microsoft.graph.group', id: 'g' }
  const hidden = { '@odata.type': '#microsoft.graph.directoryRole', id: 'r', roleTemplateId: null }
  upstream.answerWith(json(200, { value: [group] }))
  expect(await graph().listOwnRoles(caller)).toEqual([])
  upstream.answerWith(json(200, { value: [group, { ...hidden, roleTemplateId: 't' }] }))
  expect(await graph().listOwnRoles(caller)).toEqual(['t'])
  upstream.answerWith(json(200, { value: [group, hidden] }))
  expect(await graph().listOwnRoles(caller)).toBeNull()
})

test('a credential that is gone already counts as deleted', async () => {
  upstream.answerWith(notFound)
  expect((await graph().deleteCredential(caller, appId, 'main')).value).toBeNull()
})

test('a cursor goes back to Graph as it came, and its address is never followed', async () => {
  const nextLink = 'https://evil.contoso.example/v1.0/applications?$skiptoken=a%2Bb%26c'
  upstream.answerWith(json(200, { value: [], '@odata.count': 3, '@odata.nextLink': nextLink }))
  const query = { of: 'all', search: '', limit: 10 } as const
  const { nextCursor, total } = await graph().searchApplications(caller, query)
  expect([nextCursor, total]).toEqual(['a+b&c', 3])
  upstream.answerWith(json(200, { value: [] }))
  await graph().searchApplications(caller, { ...query, search: 'pay api', cursor: 'a+b&c' })
  expect(upstream.seen[0]?.url).toContain('pay%20api')
  const url = new URL(upstream.seen[0]?.url ?? '', upstream.origin)
  expect(url.searchParams.get('$skiptoken')).toBe('a+b&c')
  expect(upstream.seen[0]?.headers.consistencylevel).toBe('eventual')
})

test('a failing read is repeated by the portal alone, a failing write by nobody, a redirect is not followed', async () => {
  upstream.answerWith(json(503, error('ServiceUnavailable')))
  expect((await problemOf(graph().listCredentials(caller, appId))).code).toBe('UPSTREAM_FAILED')
  expect(upstream.seen).toHaveLength(3)
  upstream.answerWith(json(503, error('ServiceUnavailable')))
  await problemOf(put())
  expect(upstream.seen.filter(({ method }) => method === 'POST')).toHaveLength(1)
  upstream.answerWith(json(302, {}, { location: `${upstream.origin}/elsewhere` }))
  await problemOf(graph().deleteCredential(caller, appId, 'main'))
  expect(upstream.seen.filter(({ url }) => url === '/elsewhere')).toEqual([])
})
