import { request as httpRequest } from 'node:http'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { githubTokens } from '../seed-github.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())
const { browserOrigin, httpsOrigin } = emulator
const { contoso, octo, outsider } = githubTokens

function call(
  path: string,
  options: { token?: string; method?: string; body?: unknown; headers?: Record<string, string> } = {},
) {
  const { token, method = 'GET', body, headers } = options
  return emulator.fetch(`${browserOrigin}/github${path}`, {
    method,
    headers: {
      'user-agent': 'trustwright-test',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
}

test('a repository is the same by name and by number, on both origins', async () => {
  const byName = await (await call('/repos/contoso/pay-api', { token: contoso.token })).json()
  expect(byName).toMatchObject({
    id: 821093847,
    node_id: 'R_kgDOMPDl1w',
    full_name: 'contoso/pay-api',
    private: true,
    visibility: 'private',
    default_branch: 'main',
    created_at: '2023-03-14T09:26:53Z',
    owner: { login: 'contoso', id: 5544123, type: 'Organization' },
    permissions: { admin: true },
  })
  const byNumber = await (await call('/repositories/821093847', { token: contoso.token })).json()
  expect(byNumber).toEqual(byName)
  const https = await emulator.fetch(`${httpsOrigin}/github/repos/octo-org/octo-repo`, {
    headers: { 'user-agent': 'x' },
  })
  expect(await https.json()).toMatchObject({ url: `${httpsOrigin}/github/repos/octo-org/octo-repo` })
})

test.for([
  ['nobody', '/repos/contoso/pay-api', undefined, 404, 'Not Found'],
  ['an outsider', '/repos/contoso/pay-api', outsider.token, 404, 'Not Found'],
  ['another owner', '/repositories/821093847', octo.token, 404, 'Not Found'],
  ['its former name, unseen', '/repos/contoso/shop', outsider.token, 404, 'Not Found'],
  ['an unknown token', '/repos/octo-org/octo-repo', 'ghp_wrong', 401, 'Bad credentials'],
  ['an unknown organisation', '/orgs/adatum', contoso.token, 404, 'Not Found'],
  ['a person as organisation', '/orgs/octocat', contoso.token, 404, 'Not Found'],
  ['an unknown environment', '/repos/octo-org/octo-repo/environments/none', octo.token, 404, 'Not Found'],
  ['an unknown branch', '/repos/octo-org/octo-repo/branches/none', octo.token, 404, 'Branch not found'],
  ['itself without a token', '/user', undefined, 401, 'Requires authentication'],
] as const)('%s asking for %s with the token %s gets %i', async ([, path, token, status, message]) => {
  const response = await call(path, token ? { token } : {})
  expect(response.status).toBe(status)
  expect(await response.json()).toMatchObject({
    message,
    documentation_url: expect.stringContaining('https://docs.github.com/rest'),
    status: String(status),
  })
})

test('a renamed repository leads to its number, and what lies under it too', async () => {
  const moved = await call('/repos/contoso/shop/environments', { token: contoso.token })
  expect(moved.status).toBe(301)
  expect(moved.headers.get('location')).toBe(`${browserOrigin}/github/repositories/821093901/environments`)
  expect(await moved.json()).toMatchObject({ message: 'Moved Permanently' })
})

test('environments carry their protection rules, and colons in names are escaped in addresses', async () => {
  const list = z
    .object({ total_count: z.number(), environments: z.array(z.looseObject({ name: z.string() })) })
    .parse(await (await call('/repos/contoso/pay-api/environments', { token: contoso.token })).json())
  expect(list.total_count).toBe(3)
  expect(list.environments.map(({ name }) => name)).toEqual(['dev', 'test', 'prod'])
  expect(list.environments[2]).toMatchObject({
    protection_rules: [{ type: 'required_reviewers' }, { type: 'branch_policy' }],
    deployment_branch_policy: { protected_branches: true },
  })
  const one = await call('/repos/fabrikam/billing/environments/production%3Aeu', { token: octo.token })
  expect(await one.json()).toMatchObject({
    name: 'Production:EU',
    url: `${browserOrigin}/github/repos/fabrikam/billing/environments/Production%3AEU`,
  })
})

test('branches with slashes are found, and protection narrows the list', async () => {
  const token = contoso.token
  const branch = await call('/repos/contoso/pay-api/branches/release/4.2', { token })
  expect(await branch.json()).toMatchObject({ name: 'release/4.2', protected: false })
  const escaped = await call('/repos/contoso/pay-api/branches/release%2F4.2', { token })
  expect(escaped.status).toBe(200)
  const list = await (await call('/repos/contoso/pay-api/branches?protected=true', { token })).json()
  expect(list).toMatchObject([{ name: 'main', protected: true }])
  const tags = await (await call('/repos/contoso/pay-api/tags', { token })).json()
  expect(tags).toMatchObject([{ name: 'v4.1.0' }, { name: 'v4.2.0' }])
})

test('lists come in pages with links between them', async () => {
  const first = await call('/repos/contoso/pay-api/environments?per_page=2', { token: contoso.token })
  expect(first.headers.get('link')).toBe(
    `<${browserOrigin}/github/repos/contoso/pay-api/environments?per_page=2&page=2>; rel="next", <${browserOrigin}/github/repos/contoso/pay-api/environments?per_page=2&page=2>; rel="last"`,
  )
  const second = await call('/repos/contoso/pay-api/environments?per_page=2&page=2', { token: contoso.token })
  expect(second.headers.get('link')).toContain('page=1>; rel="prev"')
  expect(await second.json()).toMatchObject({ total_count: 3, environments: [{ name: 'prod' }] })
  const mine = await (await call('/user/repos', { token: contoso.token })).json()
  expect(mine).toHaveLength(4)
  expect(await (await call('/orgs/octo-org/repos')).json()).toHaveLength(2)
})

test('what is already known costs nothing (304)', async () => {
  const first = await call('/users/octocat', { token: octo.token })
  const etag = first.headers.get('etag') ?? ''
  expect(etag).toMatch(/^W\/"[0-9a-f]{64}"$/)
  const again = await call('/users/octocat', { token: octo.token, headers: { 'if-none-match': etag } })
  expect(again.status).toBe(304)
  expect(again.headers.get('x-ratelimit-used')).toBe(first.headers.get('x-ratelimit-used'))
})

test('the version asked for is answered, and another one refused', async () => {
  const path = '/repos/octo-org/octo-repo'
  const good = await call(path, { headers: { 'x-github-api-version': '2022-11-28' } })
  expect(good.headers.get('x-github-api-version-selected')).toBe('2022-11-28')
  expect((await call(path, { headers: { 'x-github-api-version': '2019-01-01' } })).status).toBe(400)
})

test('a request without a User-Agent is forbidden', async () => {
  const status = await new Promise((resolve, reject) => {
    const asked = httpRequest(`${browserOrigin}/github/rate_limit`, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end()
  })
  expect(status).toBe(403)
})

const subject = '/repos/contoso/pay-api/actions/oidc/customization/sub'

test.for([
  [
    'contoso/pay-api',
    { use_default: true, use_immutable_subject: false, sub_claim_prefix: 'repo:contoso/pay-api' },
  ],
  [
    'contoso/payments-api',
    {
      use_default: true,
      use_immutable_subject: true,
      sub_claim_prefix: 'repo:contoso@5544123/payments-api@1021344556',
    },
  ],
] as const)('the subject of %s is told: %j', async ([name, expected]) => {
  const response = await call(`/repos/${name}/actions/oidc/customization/sub`, { token: contoso.token })
  expect(await response.json()).toEqual(expected)
})

test.for([
  ['nobody', undefined, {}, 401, 'Requires authentication'],
  ['an outsider', outsider.token, { use_default: true }, 404, 'Not Found'],
  ['no body', contoso.token, undefined, 400, 'Problems parsing JSON'],
  ['an empty object', contoso.token, {}, 422, `Invalid request.\n\n"use_default" wasn't supplied.`],
  [
    'an unknown key',
    contoso.token,
    { use_default: true, all: 1 },
    422,
    'Invalid request.\n\n"all" is not a permitted key.',
  ],
  [
    'an unknown claim',
    contoso.token,
    { use_default: false, include_claim_keys: ['secret'] },
    422,
    'Invalid request.',
  ],
] as const)('setting a subject by or with %s is refused', async ([, token, body, status, message]) => {
  const response = await call(subject, {
    method: 'PUT',
    ...(token ? { token } : {}),
    ...(body ? { body } : {}),
  })
  expect(response.status).toBe(status)
  expect(z.object({ message: z.string() }).parse(await response.json()).message).toContain(message)
})

test("an organisation's template is changed by its administrators only", async () => {
  const path = '/orgs/octo-org/actions/oidc/customization/sub'
  const body = { include_claim_keys: ['repo', 'context', 'ref'] }
  const refused = await call(path, { method: 'PUT', token: contoso.token, body })
  expect([refused.status, await refused.json()]).toMatchObject([
    403,
    { message: 'Must have admin rights to Organization.' },
  ])
  const done = await call(path, { method: 'PUT', token: octo.token, body })
  expect([done.status, await done.json()]).toEqual([201, {}])
  expect(await (await call(path, { token: octo.token })).json()).toMatchObject(body)
})
