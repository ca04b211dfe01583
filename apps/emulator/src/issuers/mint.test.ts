import { createRemoteJWKSet, customFetch, decodeJwt, jwtVerify } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { clusterIssuer, githubIssuer } from '../seed.ts'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())

const minted = z.object({ token: z.string(), claims: z.record(z.string(), z.unknown()) })

function post(issuer: string, fields: unknown) {
  return emulator.fetch(`${emulator.browserOrigin}/issuers/${issuer}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fields),
  })
}

const job = { owner: 'octo-org', repository: 'octo-repo' }
const unknown = { owner: 'octo-labs', repository: 'octo-repo' }

test.for([
  [{ ...job, branch: 'main' }, 'repo:octo-org/octo-repo:ref:refs/heads/main'],
  [{ ...job, branch: 'feature/x' }, 'repo:octo-org/octo-repo:ref:refs/heads/feature/x'],
  [{ ...job, tag: 'v1.2.3' }, 'repo:octo-org/octo-repo:ref:refs/tags/v1.2.3'],
  [{ ...job, pullRequest: true }, 'repo:octo-org/octo-repo:pull_request'],
  [{ ...job, pullRequest: 7 }, 'repo:octo-org/octo-repo:pull_request'],
  [{ ...job, environment: 'Production' }, 'repo:octo-org/octo-repo:environment:Production'],
  [{ ...job, environment: 'eu:prod' }, 'repo:octo-org/octo-repo:environment:eu%3Aprod'],
  [{ ...job, environment: 'prod', branch: 'main' }, 'repo:octo-org/octo-repo:environment:prod'],
  [{ ...job, environment: 'prod', pullRequest: 3 }, 'repo:octo-org/octo-repo:environment:prod'],
  [
    { ...job, branch: 'main', immutable: true, ownerId: 123456, repositoryId: '456789' },
    'repo:octo-org@123456/octo-repo@456789:ref:refs/heads/main',
  ],
  [
    { ...job, branch: 'main', ownerId: '123456', repositoryId: '456789' },
    'repo:octo-org/octo-repo:ref:refs/heads/main',
  ],
] as const)('GitHub composes from %j the subject %s', async ([fields, subject]) => {
  const response = await post('github', fields)
  expect(response.status).toBe(200)
  const { token, claims } = minted.parse(await response.json())
  expect(claims).toMatchObject({ iss: githubIssuer, sub: subject, aud: 'api://AzureADTokenExchange' })
  expect(decodeJwt(token)).toEqual(claims)
})

test('a cluster composes the subject from namespace and service account', async () => {
  const response = await post('cluster', {
    namespace: 'pay',
    serviceAccount: 'pay-api',
    audience: 'api://other',
  })
  const { claims } = minted.parse(await response.json())
  expect(claims).toMatchObject({
    iss: clusterIssuer,
    sub: 'system:serviceaccount:pay:pay-api',
    aud: ['api://other'],
    'kubernetes.io': { namespace: 'pay', serviceaccount: { name: 'pay-api' } },
  })
})

test.for<[string, string, unknown, string]>([
  ['github', 'no repository', { owner: 'octo-org', branch: 'main' }, 'repository'],
  [
    'github',
    'a repository with its owner',
    { owner: 'octo-org', repository: 'octo-org/octo-repo', branch: 'main' },
    'repository',
  ],
  ['github', 'a blank owner', { ...job, owner: ' ', branch: 'main' }, 'owner'],
  ['github', 'no trigger', job, 'environment'],
  ['github', 'two triggers', { ...job, branch: 'main', tag: 'v1' }, 'branch'],
  ['github', 'an empty branch', { ...job, branch: '' }, 'branch'],
  ['github', 'immutable without ids', { ...unknown, branch: 'main', immutable: true }, 'ownerId'],
  ['github', 'an id with letters', { ...job, branch: 'main', ownerId: '12a' }, 'ownerId'],
  ['github', 'a raw subject', { ...job, branch: 'main', subject: 'repo:a/b' }, ''],
  ['github', 'a list', [], ''],
  ['cluster', 'capital letters', { namespace: 'Pay', serviceAccount: 'api' }, 'namespace'],
  ['cluster', 'a colon', { namespace: 'pay', serviceAccount: 'api:root' }, 'serviceAccount'],
  ['cluster', 'no service account', { namespace: 'pay' }, 'serviceAccount'],
])('%s refuses %s and names the field', async ([issuer, , fields, target]) => {
  const response = await post(issuer, fields)
  expect(response.status).toBe(400)
  const body = z
    .object({ error: z.object({ details: z.array(z.object({ target: z.string() })) }) })
    .parse(await response.json())
  expect(body.error.details.map((detail) => detail.target)).toContain(target)
})

test('an issuer that does not run here, a body that is no JSON and a form are refused', async () => {
  expect((await post('netlify', {})).status).toBe(404)
  const address = `${emulator.browserOrigin}/issuers/github/token`
  const broken = await emulator.fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{',
  })
  expect(broken.status).toBe(400)
  const form = await emulator.fetch(address, {
    method: 'POST',
    body: new URLSearchParams({ owner: 'octo-org' }),
  })
  expect(form.status).toBe(415)
})

test.for([
  ['github', githubIssuer, { ...job, branch: 'main' }],
  ['cluster', clusterIssuer, { namespace: 'pay', serviceAccount: 'pay-api' }],
] as const)(
  'tokens of %s are proven by the keys its real address publishes',
  async ([id, issuer, fields]) => {
    const { token } = minted.parse(await (await post(id, fields)).json())
    const { fetchIssuer } = emulator.world
    const base = issuer.endsWith('/') ? issuer.slice(0, -1) : issuer
    const discovery = await fetchIssuer(`${base}/.well-known/openid-configuration`)
    const document = z.object({ issuer: z.string(), jwks_uri: z.string() }).parse(JSON.parse(discovery.body))
    expect(document.issuer).toBe(issuer)
    const keys = createRemoteJWKSet(new URL(document.jwks_uri), {
      [customFetch]: async (url) => new Response((await fetchIssuer(url)).body),
    })
    const { payload } = await jwtVerify(token, keys, { issuer, algorithms: ['RS256'] })
    expect(payload.iss).toBe(issuer)
  },
)

test('an outside issuer answers on its own name only', async () => {
  const { pathname } = new URL(clusterIssuer)
  const own = await emulator.fetch(`${emulator.httpsOrigin}${pathname}.well-known/openid-configuration`)
  expect(own.status).toBe(501)
  const tenant = await emulator.world.fetchIssuer(`${githubIssuer}/_emulator/tenant`)
  expect(tenant.status).toBe(404)
})
