import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildTestApp, type TestApp } from '../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

const webRoot = mkdtempSync(join(tmpdir(), 'trustwright-embed-'))
const html = { accept: 'text/html' }
const hosts = 'https://workbench.contoso.com,https://tabs.fabrikam.com:8443'
const addresses = ['/embed', '/embed/', '/embed/trusts?q=pay', '/embed/sign-in', '/embed/redirect'] as const
let postgres: TestPostgres
let portal: TestApp
let closed: TestApp

beforeAll(async () => {
  for (const name of ['index', 'embed-sign-in', 'embed-redirect']) {
    writeFileSync(
      join(webRoot, `${name}.html`),
      `<p>${name}</p><meta content="__EMBED_SETTINGS__">__CSP_NONCE__`,
    )
  }
  postgres = await startTestPostgres()
  const environment = { WEB_ROOT: webRoot, PORTAL_ORIGIN: 'https://portal.contoso.com' }
  portal = await buildTestApp({ postgres, environment: { ...environment, EMBED_ORIGINS: hosts } })
  closed = await buildTestApp({ postgres, environment })
}, 60_000)

afterAll(async () => {
  await portal.close()
  await closed.close()
  await postgres.close()
})

function policyOf(headers: Readonly<Record<string, unknown>>): Map<string, string> {
  const parts = String(headers['content-security-policy']).split('; ')
  const named = new Map(
    parts.map((part) => [part.split(' ', 1)[0] ?? '', part.split(' ').slice(1).join(' ')]),
  )
  // Of two of a name, browsers take the first.
  expect(named.size).toBe(parts.length)
  return named
}

const ofEveryPage = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': expect.stringMatching(/^'self' 'nonce-[A-Za-z0-9+/]{24}'$/),
  'style-src-attr': "'none'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'object-src': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': "'none'",
}

test.each(['/embed', '/embed/', '/embed/trusts?q=pay'])(
  'exactly the listed hosts may frame %s, and it calls the authority',
  async (url) => {
    const answer = await portal.inject({ url, headers: html })
    const policy = policyOf(answer.headers)
    expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining('<p>index</p>')])
    expect(Object.fromEntries(policy)).toEqual({
      ...ofEveryPage,
      'frame-ancestors': 'https://workbench.contoso.com https://tabs.fabrikam.com:8443',
      'connect-src': `'self' ${portal.config.authorityHost}`,
    })
  },
)

test.each([
  ['/embed/sign-in', 'embed-sign-in'],
  ['/embed/redirect', 'embed-redirect'],
])('nobody may frame %s, which is a window of its own', async (url, page) => {
  const answer = await portal.inject({ url, headers: html })
  expect([answer.statusCode, answer.body]).toEqual([200, expect.stringContaining(`<p>${page}</p>`)])
  const policy = policyOf(answer.headers)
  expect(Object.fromEntries(policy)).toEqual({
    ...ofEveryPage,
    'frame-ancestors': "'none'",
    'connect-src': "'self'",
  })
})

test.each(addresses)('%s cuts no window off from its opener, and is not cached', async (url) => {
  const { headers } = await portal.inject({ url, headers: html })
  expect(headers['cross-origin-opener-policy']).toBeUndefined()
  expect(headers['set-cookie']).toBeUndefined()
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'permissions-policy': expect.stringContaining('camera=()'),
    vary: 'accept',
  })
})

test('the page holds public settings only, safe inside an attribute', async () => {
  const { body } = await portal.inject({ url: '/embed', headers: html })
  const text = /content="([^"]*)"/.exec(body)?.[1]?.replaceAll('&quot;', '"') ?? ''
  expect(JSON.parse(text)).toEqual({
    clientId: portal.config.clientId,
    authority: portal.config.entraAuthority,
    scope: `api://${portal.config.clientId}/access_as_user`,
    hosts: hosts.split(','),
  })
})

test.each(addresses)('without a listed host there is nothing at %s', async (url) => {
  const answer = await closed.inject({ url, headers: html })
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'ROUTE_NOT_FOUND'])
  expect(String(answer.headers['content-security-policy'])).toContain("frame-ancestors 'none'")
})

test.each(['/embed/x.js', '/embed/sign-in.html', '/embed-sign-in.html', '/embed.html', '/embedded.html'])(
  '%s is no page',
  async (url) => {
    expect((await portal.inject({ url, headers: html })).statusCode).toBe(404)
  },
)

test('no other page may be framed by a listed host', async () => {
  for (const url of ['/', '/trusts', '/embedded', '/api/docs/']) {
    const { headers, body } = await portal.inject({ url, headers: html })
    expect(body).not.toContain('access_as_user')
    expect([url, policyOf(headers).get('frame-ancestors')]).toEqual([url, "'none'"])
  }
})
