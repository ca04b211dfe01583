import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import type { RouteOptions } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { session as sessionTable } from '../db/schema.ts'
import { buildTestApp } from '../testing/build-test-app.ts'
import { startFakeEntra } from '../testing/fake-entra.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { tableOf } from '../testing/route-table.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'

const routes: RouteOptions[] = []
const listed = 'https://tools.contoso.com'
const strangers = [
  'https://evil.example',
  'null',
  'http://tools.contoso.com',
  'https://tools.contoso.com:8443',
  'https://tools.contoso.com.evil.example',
  'https://eviltools.contoso.com',
  'https://tools.contoso.co',
  'https://contoso.com',
  'https://tools.contoso.com:443',
  'https://tools.contoso.com, https://evil.example',
  '',
  'https://TOOLS.contoso.com',
  'https://tools.contoso.com/',
  'http://localhost:4280',
  '*',
]

const postgres = forThisFile(startTestPostgres)
const entra = forThisFile(startFakeEntra)
const portal = forThisFile(() =>
  buildTestApp({
    postgres,
    environment: {
      ...entra.environment,
      API_ORIGINS: `https://other.contoso.com,${listed}`,
      REQUESTS_PER_MINUTE: '100000',
    },
    onRoute: (route) => routes.push(route),
  }),
)
let token: string
beforeAll(async () => {
  token = await entra.sign(entra.claims())
})

const corsOf = (headers: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('access-control-')))

const preflight = (url: string, origin: string, wanted = 'POST') =>
  portal.app.inject({
    method: 'OPTIONS',
    url,
    headers: {
      origin,
      'access-control-request-method': wanted,
      'access-control-request-headers': 'authorization,content-type',
    },
  })

test('a script of a listed origin may ask first, on every API address, and is told what it may send', async () => {
  for (const { url } of tableOf(routes, 'api')) {
    const answer = await preflight(url, listed)
    expect([url, answer.statusCode, answer.body]).toEqual([url, 204, ''])
    expect(corsOf(answer.headers)).toEqual({
      'access-control-allow-origin': listed,
      'access-control-expose-headers': 'content-disposition, retry-after, www-authenticate, x-request-id',
      'access-control-allow-methods': 'GET, POST, PUT, DELETE',
      'access-control-allow-headers': 'authorization, content-type, last-event-id',
      'access-control-max-age': '600',
    })
    expect(answer.headers.vary).toBe('origin')
  }
})

test.each(strangers)('a script of %s may not, on any API address', async (origin) => {
  for (const { url, method } of tableOf(routes, 'api')) {
    const answer = await preflight(url, origin, method)
    expect([url, answer.statusCode, corsOf(answer.headers)]).toEqual([url, 403, {}])
  }
})

test('no other class of answer is for scripts of another origin', async () => {
  for (const { config, method, url } of tableOf(routes)) {
    if (config.responseClass === 'api' || method !== 'GET') continue
    const answer = await portal.app.inject({ url, headers: { origin: listed } })
    expect([url, corsOf(answer.headers)]).toEqual([url, {}])
  }
})

test('what is no address of the portal is for nobody, and OPTIONS that asks for no method is no preflight', async () => {
  for (const url of ['/nothing', '/auth/sign-in', '/']) {
    const answers = [
      await portal.app.inject({ method: 'POST', url, headers: { origin: listed } }),
      await preflight(url, listed),
    ]
    for (const { statusCode, headers } of answers)
      expect([url, statusCode, corsOf(headers), headers.vary]).toEqual([url, 404, {}, undefined])
  }
  const asked = await portal.app.inject({
    method: 'OPTIONS',
    url: '/api/session',
    headers: { origin: listed },
  })
  expect([asked.statusCode, asked.headers['access-control-allow-methods']]).toEqual([403, undefined])
})

test.each([listed, ...strangers])(
  '%s reads an answer or a refusal only where it is listed',
  async (origin) => {
    for (const authorization of [`Bearer ${token}`, 'Bearer x']) {
      const answer = await portal.app.inject({ url: '/api/session', headers: { origin, authorization } })
      expect(answer.statusCode).toBe(authorization.endsWith('x') ? 401 : 200)
      expect(answer.headers['access-control-allow-origin']).toBe(origin === listed ? listed : undefined)
      expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
      expect(answer.headers.vary).toBe('origin')
    }
  },
)

test('where no origin is listed, nothing is said about origins', async () => {
  const other = await buildTestApp({ postgres, environment: { ...entra.environment } })
  const headers = { origin: listed, authorization: `Bearer ${token}` }
  const answer = await other.app.inject({ url: '/api/session', headers })
  expect([answer.statusCode, corsOf(answer.headers), answer.headers.vary]).toEqual([200, {}, undefined])
  await other.close()
})

test('a person has one allowance for all their tokens and sessions, and another person one of their own', async () => {
  const small = await buildTestApp({
    postgres,
    environment: { ...entra.environment, REQUESTS_PER_MINUTE: '10' },
  })
  const ask = async (person: string, iat: number) => {
    const authorization = `Bearer ${await entra.sign({ ...entra.claims(person), iat })}`
    return (await small.app.inject({ url: '/api/session', headers: { authorization } })).statusCode
  }
  const statuses: number[] = []
  for (let each = 0; each < 12; each += 1) statuses.push(await ask('dana', 1_700_000_000 + each))
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429])
  expect(await ask('alex', 1_700_000_000)).toBe(200)
  const browser = await small.signedIn('developer')
  const [session] = await small.database.select().from(sessionTable)
  const own = session?.objectId ?? ''
  expect(await ask(own, 1_700_000_000)).toBe(200)
  for (let each = 0; each < 9; each += 1)
    expect((await browser.inject({ url: '/api/session' })).statusCode).toBe(200)
  expect([await ask(own, 1_700_000_001), (await browser.inject({ url: '/api/session' })).statusCode]).toEqual(
    [429, 429],
  )
  const again = await small.signedIn('developer')
  expect(again.cookie).not.toBe(browser.cookie)
  expect((await again.inject({ url: '/api/session' })).statusCode).toBe(429)
  await small.close()
})

test.each([
  ['twice the same', (good: string) => [`Bearer ${good}`, `Bearer ${good}`], 401],
  ['a good and a wrong one', (good: string) => [`Bearer ${good}`, 'Bearer x'], 401],
  ['one', (good: string) => [`Bearer ${good}`], 200],
  ['one of twenty kilobytes', () => [`Bearer ${'A'.repeat(20_000)}`], 431],
])('over the network, %s of an Authorization header: %#', async (_, lines, status) => {
  const real = await buildTestApp({ postgres, environment: { ...entra.environment } })
  const address = new URL(await real.app.listen({ port: 0, host: '127.0.0.1' }))
  const socket = connect(Number(address.port), '127.0.0.1')
  await once(socket, 'connect')
  const headers = lines(token).map((value) => `Authorization: ${value}\r\n`)
  socket.write(`GET /api/session HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${headers.join('')}\r\n`)
  expect(await text(socket)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  await real.close()
})
