import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

let postgres: TestPostgres
let portal: TestApp
const webRoot = mkdtempSync(join(tmpdir(), 'trustwright-web-'))

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(
    join(webRoot, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><p>__CSP_NONCE__</p>',
  )
  writeFileSync(join(webRoot, 'favicon.svg'), '<svg/>')
  writeFileSync(join(webRoot, 'assets', 'index-abc123.js'), 'export {}')
  writeFileSync(join(webRoot, '..', 'outside.txt'), 'outside')
  postgres = await startTestPostgres()
  portal = await buildTestApp({
    postgres,
    environment: { WEB_ROOT: webRoot, PORTAL_ORIGIN: 'https://portal.contoso.com' },
  })
}, 60_000)

afterAll(async () => {
  await portal.close()
  await postgres.close()
})

const html = { accept: 'text/html,application/xhtml+xml' }
const data = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
  'cache-control': 'no-store',
}
const file = { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'" }
const documents = {
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('camera=()'),
}
const page = {
  ...documents,
  'cache-control': 'no-cache',
  vary: 'accept',
  'content-security-policy': expect.stringMatching(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/]{24}'; style-src-attr 'none'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/,
  ),
}

const classes: readonly (readonly [string, string, number, Record<string, unknown>])[] = [
  ['an API answer', '/api/session', 200, data],
  ['an API refusal', '/api/activity', 401, data],
  ['an unknown API address', '/api/nothing', 404, data],
  ['health', '/health/ready', 200, data],
  ['a page', '/trusts', 200, page],
  ['the first page', '/', 200, page],
  [
    'an asset',
    '/assets/index-abc123.js',
    200,
    { ...file, 'cache-control': 'public, max-age=31536000, immutable' },
  ],
  ['a missing asset', '/assets/gone.js', 404, file],
  ['a file beside the page', '/favicon.svg', 200, file],
  ['a sign-in', '/auth/sign-in', 303, { ...documents, 'cache-control': 'no-store' }],
  ['a callback', '/auth/callback', 303, { ...documents, 'cache-control': 'no-store' }],
  [
    'the API page',
    '/api/docs/',
    200,
    { 'content-security-policy': expect.stringContaining("script-src 'self';") },
  ],
  ['the API description', '/api/openapi.json', 200, {}],
]

test.each(classes)('%s carries its headers (%s)', async (_name, url, status, headers) => {
  const answer = await portal.inject({ url, headers: html })
  expect(answer.statusCode).toBe(status)
  expect(answer.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    ...headers,
  })
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
  expect(answer.headers['x-powered-by']).toBeUndefined()
})

test('what a beacon answers is data as well, and is not stored', async () => {
  const answer = await portal.app.inject({ method: 'POST', url: '/beacon/x' })
  expect([answer.statusCode >= 400, answer.headers]).toMatchObject([true, data])
})

test('the nonce of the page is in its policy, and never the same twice', async () => {
  const nonces = new Set<string>()
  for (let count = 0; count < 1000; count++) {
    const answer = await portal.app.inject({ url: '/trusts', headers: html })
    const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? ''
    expect(answer.body).toBe(`<meta name="csp-nonce" content="${nonce}"><p>${nonce}</p>`)
    nonces.add(nonce)
  }
  expect(nonces.size).toBe(1000)
})

test.each([
  ['/api/session/x.css', html],
  ['/api/session;.js', html],
  ['/api%2fsession', { accept: 'application/json' }],
  ['/trusts/x.js', html],
  ['/trusts', { accept: '*/*' }],
  ['/trusts', {}],
  ['/index.html', html],
  ['/assets/../index.html', html],
  ['/assets/..%2findex.html', html],
  ['/assets/..%2f..%2foutside.txt', html],
  ['/..%2foutside.txt', html],
  ['/assets/%00', html],
  ['/.env', html],
  ['//evil.example/x.js', html],
])('%s is not a page, nor a file outside the build', async (url, headers) => {
  const answer = await portal.inject({ url, headers })
  expect(answer.statusCode).toBeGreaterThanOrEqual(400)
  expect(answer.statusCode).toBeLessThan(500)
  expect(answer.body).not.toContain('outside')
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
})

test('the first page opens for a client that takes anything, and another page does not', async () => {
  const anything = { accept: '*/*' }
  const [first, other] = [
    await portal.inject({ url: '/', headers: anything }),
    await portal.inject({ url: '/trusts', headers: anything }),
  ]
  expect([first.statusCode, other.statusCode]).toEqual([200, 404])
})

test('a portal without built pages says so', async () => {
  const bare = await buildTestApp({ postgres, environment: { WEB_ROOT: '/nowhere' } })
  const answer = await bare.inject({ url: '/', headers: html })
  expect(answer.statusCode).toBe(503)
  expect(answer.body).toContain('The pages are not built')
  await bare.close()
})

test('an x-request-id of the caller is not taken over', async () => {
  const answer = await portal.inject({ url: '/api/session', headers: { 'x-request-id': 'forged' } })
  expect(answer.headers['x-request-id']).not.toBe('forged')
})

test('a session of the portal is not readable by a page of another origin', async () => {
  const answer = await portal.app.inject({
    method: 'OPTIONS',
    url: '/api/session',
    headers: { origin: 'https://evil.example', 'access-control-request-headers': 'x-trustwright' },
  })
  expect(answer.statusCode).toBe(403)
  expect(answer.headers['access-control-allow-headers']).toBeUndefined()
})
