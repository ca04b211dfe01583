import { expect, test } from 'vitest'
import { PortalError } from '../errors.ts'
import { json, raw, reset, startFaultServer, type Answer } from '../testing/fault-server.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { TestClock } from '../testing/test-clock.ts'
import { createGithub } from './github.ts'
import { createGithubOauth } from './github-oauth.ts'
import { createGithubPolicy } from './github-policy.ts'

const upstream = forThisFile(startFaultServer)

const clock = new TestClock()
const path = { owner: 'contoso', name: 'pay-api' }
const asNobody = { token: null, refresh: false }
const asDana = { token: 'ghu_dana', refresh: false }
const webUrl = 'https://github.contoso.com'
const github = () =>
  createGithub({ apiUrl: `${upstream.origin}/api/v3`, webUrl, clock, policy: createGithubPolicy() })
const whole = { id: 1, name: 'pay-api', owner: { login: 'contoso', id: 2, type: 'Organization' } }

async function codeOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.catch((caught: unknown) => caught)
  return error instanceof PortalError ? error.code : String(error)
}

const limited = (headers: Record<string, string>, status = 403) => json(status, { message: 'No.' }, headers)
const redirect = (location: string) => json(301, { message: 'Moved Permanently' }, { location })

test.each<[string, Answer[], string]>([
  ['401 to nobody', [json(401, { message: 'Requires authentication' })], 'GITHUB_SIGN_IN_REQUIRED'],
  ['403 in other words', [json(403, { message: 'Resource not accessible' })], 'GITHUB_REFUSED'],
  ['410', [json(410, {})], 'GITHUB_REFUSED'],
  ['451', [json(451, { message: 'Repository access blocked' })], 'GITHUB_REFUSED'],
  ['429', [limited({}, 429)], 'GITHUB_RATE_LIMITED'],
  ['403 with Retry-After', [limited({ 'retry-after': '30' })], 'GITHUB_RATE_LIMITED'],
  ['403 with nothing left', [limited({ 'x-ratelimit-remaining': '0' })], 'GITHUB_RATE_LIMITED'],
  ['a secondary limit', [json(403, { message: 'a secondary rate limit' })], 'GITHUB_RATE_LIMITED'],
  ['500 twice', [json(500, {}), json(502, {})], 'GITHUB_FAILED'],
  ['a broken connection twice', [reset, reset], 'GITHUB_FAILED'],
  ['a page', [raw(200, 'text/html', '<p>Sign in</p>')], 'GITHUB_FAILED'],
  ['half of an answer', [raw(200, 'application/json', '{"id": 1, "na')], 'GITHUB_FAILED'],
  ['another shape', [json(200, { id: 1 })], 'GITHUB_FAILED'],
  ['a list', [json(200, [whole])], 'GITHUB_FAILED'],
  ['204', [json(204, {})], 'GITHUB_FAILED'],
  ['5 MiB', [json(200, { ...whole, padding: 'x'.repeat(5 * 1024 * 1024) })], 'GITHUB_FAILED'],
  ['a redirect without an address', [json(301, {})], 'GITHUB_MOVED'],
  ['a redirect to another host', [redirect('https://evil.example/api/v3/repositories/1')], 'GITHUB_MOVED'],
  ['a redirect to http', [redirect('http://localhost/api/v3/repositories/1')], 'GITHUB_MOVED'],
])('%s is told by its own code', async (_, answers, code) => {
  upstream.answerWith(...answers)
  expect(await codeOf(github().readRepository(asNobody, path))).toBe(code)
})

test.each([
  ['out of the interface', '/login'],
  ['with a password', 'PASSWORD'],
])('a redirect %s is not followed, and the token goes nowhere', async (_, location) => {
  const target = location === 'PASSWORD' ? upstream.origin.replace('://', '://a:b@') + '/api/v3/x' : location
  upstream.answerWith(redirect(target), json(200, whole))
  expect(await codeOf(github().readRepository(asDana, path))).toBe('GITHUB_MOVED')
  expect(upstream.seen).toHaveLength(1)
})

test('a redirect within the interface is followed once, with the token, and not twice', async () => {
  upstream.answerWith(redirect(`${upstream.origin}/api/v3/repositories/1`), json(200, whole))
  expect(await github().readRepository(asDana, path)).toMatchObject({ owner: 'contoso' })
  expect(upstream.seen.map(({ url }) => url)).toEqual([
    '/api/v3/repos/contoso/pay-api',
    '/api/v3/repositories/1',
  ])
  expect(upstream.seen[1]?.headers.authorization).toBe('Bearer ghu_dana')
  upstream.answerWith(
    redirect('/api/v3/repositories/1'),
    redirect('/api/v3/repositories/2'),
    json(200, whole),
  )
  expect(await codeOf(github().readRepository(asDana, path))).toBe('GITHUB_MOVED')
  expect(upstream.seen).toHaveLength(2)
})

test('an organisation that wants its own sign-in is told as that', async () => {
  upstream.answerWith(
    json(403, { message: 'SAML' }, { 'x-github-sso': 'required; url=https://github.com/x' }),
  )
  await expect(github().readRepository(asDana, path)).rejects.toMatchObject({
    code: 'GITHUB_REFUSED',
    detail: expect.stringContaining('organisation wants its own sign-in'),
  })
})

test('fields that a server does not send are told as missing, and one failure is repeated', async () => {
  upstream.answerWith(
    json(500, {}),
    json(200, { name: 'pay-api', owner: { login: 'contoso' }, private: true }),
  )
  expect(await github().readRepository(asNobody, path)).toEqual({
    owner: 'contoso',
    name: 'pay-api',
    ownerId: null,
    ownerType: null,
    repositoryId: null,
    createdAt: null,
    defaultBranch: null,
    visibility: null,
    archived: null,
    webUrl: 'https://github.contoso.com/contoso/pay-api',
  })
})

test.each([
  [{ use_default: true }, { usesDefault: true, prefix: null, hasIds: null }],
  [
    { use_default: true, sub_claim_prefix: 'repo:a/b' },
    { prefix: 'repo:a/b', hasIds: false },
  ],
  [
    { use_default: true, sub_claim_prefix: 'repo:a@1/b@2' },
    { prefix: 'repo:a@1/b@2', hasIds: true },
  ],
  [{ use_default: true, sub_claim_prefix: 'repository_id:2' }, { hasIds: null }],
  [
    { use_default: false, include_claim_keys: ['repo'] },
    { usesDefault: false, claimKeys: ['repo'] },
  ],
  [
    { use_default: true, include_claim_keys: ['repo'] },
    { usesDefault: true, claimKeys: null },
  ],
])('the template %j is read as %j', async (answer, template) => {
  upstream.answerWith(json(200, answer))
  expect(await github().readSubjectTemplate(asNobody, path)).toMatchObject(template)
})

test('an answer is confirmed by its ETag once it is old, and not kept where GitHub says no', async () => {
  const client = github()
  upstream.answerWith(json(200, whole, { etag: '"1"' }), (response) => response.writeHead(304).end())
  await client.readRepository(asNobody, path)
  await client.readRepository(asNobody, path)
  expect(upstream.seen).toHaveLength(1)
  clock.advance(300_001)
  expect(await client.readRepository(asNobody, path)).toMatchObject({ owner: 'contoso' })
  expect(upstream.seen.map(({ headers }) => headers['if-none-match'])).toEqual([undefined, '"1"'])
  await client.readRepository(asNobody, path)
  expect(upstream.seen).toHaveLength(2)
  upstream.answerWith(json(404, { message: 'Not Found' }))
  expect(await codeOf(client.readRepository({ token: null, refresh: true }, path))).toBe('GITHUB_NOT_FOUND')
  expect(await codeOf(client.readRepository(asNobody, path))).toBe('GITHUB_NOT_FOUND')
})

test('a server that is not there is told as not reached, and left alone after some failures', async () => {
  const options = { apiUrl: 'https://localhost:1', webUrl, clock, policy: createGithubPolicy() }
  const client = createGithub(options)
  const details: unknown[] = []
  for (let index = 0; index < 30; index++) {
    const error: unknown = await client.readRepository(asNobody, path).catch((caught: unknown) => caught)
    details.push(error instanceof PortalError ? error.detail : error)
  }
  expect(details[0]).toBe('The portal cannot reach GitHub.')
  expect(details.at(-1)).toMatch(/pauses its requests/)
})

const oauth = () =>
  createGithubOauth({
    apiUrl: `${upstream.origin}/api/v3`,
    webUrl,
    tokenUrl: `${upstream.origin}/login/oauth/access_token`,
    clientId: 'Iv23li',
    clientSecret: 'secret',
    redirectUri: 'https://portal.contoso.com/auth/github/callback',
    clock,
    policy: createGithubPolicy(),
  })

test.each<[string, Answer, object]>([
  ['a refusal', json(200, { error: 'bad_verification_code' }), { reason: 'bad_verification_code' }],
  ['a refusal with 4xx', json(404, { error: 'not_found' }), { reason: 'not_found' }],
  ['neither', json(200, { scope: '' }), { code: 'GITHUB_FAILED' }],
  ['another kind', json(200, { access_token: 'a', token_type: 'mac' }), { code: 'GITHUB_FAILED' }],
  ['500', json(500, {}), { code: 'GITHUB_FAILED' }],
  ['a broken connection', reset, { code: 'GITHUB_FAILED' }],
])('a code that brings %s gives no token and is sent once', async (_, answer, error) => {
  upstream.answerWith(answer)
  await expect(oauth().redeem('code', 'verifier')).rejects.toMatchObject(error)
  expect(upstream.seen).toHaveLength(1)
})

test('a token of an OAuth app has no end, and no error of GitHub carries the secret', async () => {
  upstream.answerWith(json(200, { access_token: 'gho_1', token_type: 'bearer', scope: '' }))
  expect(await oauth().redeem('code', 'verifier')).toEqual({
    token: 'gho_1',
    tokenEndsAt: null,
    refreshToken: null,
    refreshTokenEndsAt: null,
  })
  upstream.answerWith(json(502, {}))
  const error: unknown = await oauth()
    .renew('ghr_1')
    .catch((caught: unknown) => caught)
  expect(JSON.stringify(error)).not.toMatch(/secret|ghr_1/)
})

test.each<[number, boolean]>([
  [204, true],
  [404, true],
  [401, false],
  [422, false],
  [500, false],
])('a withdrawal that is answered with %i counts: %s', async (status, counts) => {
  upstream.answerWith(json(status, {}))
  expect(await oauth().withdraw('ghu_1')).toBe(counts)
})
