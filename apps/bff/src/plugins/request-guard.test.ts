import type { RouteOptions } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portalHeader, type Problem } from '@trustwright/shared-schemas'
import { activityEvent, session } from '../db/schema.ts'
import { inventoryScan } from '../db/schema-inventory.ts'
import { buildTestApp, type SignedInBrowser, type TestApp } from '../testing/build-test-app.ts'
import { startTestPostgres, type TestPostgres } from '../testing/test-postgres.ts'

let postgres: TestPostgres
let portal: TestApp
let browser: SignedInBrowser
const routes: RouteOptions[] = []

beforeAll(async () => {
  postgres = await startTestPostgres()
  portal = await buildTestApp({
    postgres,
    environment: { REQUESTS_PER_MINUTE: '100000' },
    onRoute: (route) => routes.push(route),
  })
  browser = await portal.signedIn('developer')
}, 60_000)

afterAll(async () => {
  await portal.close()
  await postgres.close()
})

const contentTypes = [
  undefined,
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
]
const sites = [
  undefined,
  'none',
  'cross-site',
  'same-site',
  'same-origin',
  'same-origin, same-origin',
  'Same-Origin',
]
const headerValues = [undefined, portalHeader.value, '0', '']
const origins = [undefined, 'http://localhost:4280', 'http://localhost:4281', 'null', 'https://evil.example']

interface Mark {
  readonly contentType: string | undefined
  readonly site: string | undefined
  readonly header: string | undefined
  readonly origin: string | undefined
}

const marks: readonly Mark[] = contentTypes.flatMap((contentType) =>
  sites.flatMap((site) =>
    headerValues.flatMap((header) => origins.map((origin) => ({ contentType, site, header, origin }))),
  ),
)

function isFromPortal({ site, header, origin }: Mark): boolean {
  if (header !== '1') return false
  return site === 'same-origin' || (site === undefined && origin === 'http://localhost:4280')
}

async function send(method: string, path: string, mark: Mark) {
  return await portal.app.inject({
    // Templates of other methods than inject's own list are not registered.
    method: method as 'GET',
    url: path,
    headers: {
      cookie: browser.cookie,
      ...(mark.contentType !== undefined && { 'content-type': mark.contentType }),
      ...(mark.site !== undefined && { 'sec-fetch-site': mark.site }),
      ...(mark.header !== undefined && { [portalHeader.name]: mark.header }),
      ...(mark.origin !== undefined && { origin: mark.origin }),
    },
    ...(method !== 'GET' && method !== 'HEAD' && mark.contentType !== undefined && { payload: 'a=b' }),
  })
}

function exampleOf(url: string): string {
  const guid = '3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501'
  return url
    .replace(/:(subscriptionId|scanId|deletedTrustId)/g, guid)
    .replace(/:[A-Za-z]+/g, 'id-pay')
    .replace('*', 'x')
}

test('every request without the marks of the portal is refused, on every API route, method and content type', async () => {
  const apiRoutes = routes.filter(({ config }) => config?.responseClass === 'api')
  expect(apiRoutes.length).toBeGreaterThan(20)
  const before = await counts()
  const foreign = marks.filter((mark) => !isFromPortal(mark))
  const accepted: string[] = []
  let sent = 0
  for (const route of apiRoutes) {
    for (const method of [route.method].flat()) {
      for (const mark of foreign) {
        const answer = await send(method, exampleOf(route.url), mark)
        sent++
        if (answer.statusCode !== 403) accepted.push(`${method} ${route.url} ${JSON.stringify(mark)}`)
      }
    }
  }
  expect(accepted).toEqual([])
  expect(sent).toBeGreaterThan(100_000)
  expect(await counts()).toEqual(before)
}, 120_000)

test('exactly the two kinds of request that a browser makes for the portal pass', async () => {
  for (const mark of marks.filter((each) => each.contentType === undefined)) {
    const answer = await send('GET', '/api/activity', mark)
    expect([answer.statusCode, mark]).toEqual([isFromPortal(mark) ? 200 : 403, mark])
  }
})

test('a form, a text or no type is no JSON, even from the portal itself', async () => {
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '\tapplication/json,x',
  ]) {
    const answer = await browser.inject({
      method: 'POST',
      url: '/api/sign-out',
      headers: { 'content-type': type },
      payload: 'a=b',
    })
    expect([answer.statusCode, type]).toEqual([415, type])
  }
})

test('every API route is for signed-in people, but for the ones named here', async () => {
  const open = routes
    .filter(({ config }) => config?.responseClass === 'api' && config.access === 'public')
    .map(({ url }) => url)
  expect(new Set(open)).toEqual(new Set(['/api/session', '/api/sign-out', '/api/*']))
  for (const route of routes.filter(({ config }) => config?.access !== 'public')) {
    if (route.config?.responseClass !== 'api') continue
    for (const method of [route.method].flat()) {
      const answer = await portal.inject({ method, url: exampleOf(route.url) })
      expect([answer.statusCode, route.url]).toEqual([401, route.url])
    }
  }
})

test('what is for administrators is refused to everybody else, with the role to ask for', async () => {
  const guarded = routes.filter(
    ({ config, method }) => config?.access === 'administrator' && method !== 'HEAD',
  )
  expect(guarded.length).toBeGreaterThan(0)
  for (const { method, url } of guarded) {
    const answer = await browser.inject({ method: [method].flat()[0] ?? 'GET', url: exampleOf(url) })
    expect([answer.statusCode, url, answer.json<Problem>()]).toMatchObject([
      403,
      url,
      { code: 'ADMINISTRATOR_REQUIRED', missing: { role: 'Trustwright.Admin' } },
    ])
  }
})

test('the guard leaves out one address that takes posts, and no other', () => {
  const left = routes.filter(({ config }) => config?.responseClass === 'beacon')
  expect(left.map(({ method, url }) => [method, url])).toEqual([['POST', '/beacon/:address']])
})

test('documents of the API and of health only answer GET and HEAD', () => {
  const guarded: unknown[] = ['api', 'beacon']
  const documents = routes.filter(({ config }) => !guarded.includes(config?.responseClass))
  const methods = new Set(documents.flatMap(({ method }) => method))
  expect([...methods].toSorted((one, other) => one.localeCompare(other))).toEqual(['GET', 'HEAD'])
})

test.each([{ 'x-http-method-override': 'DELETE' }, { 'x-method-override': 'POST' }])(
  'a method override is not followed: %o',
  async (headers) => {
    const answer = await browser.inject({ url: '/api/session?_method=POST', headers })
    expect(answer.statusCode).toBe(400)
    expect((await browser.inject({ url: '/api/session', headers })).json()).toMatchObject({ user: {} })
  },
)

test('a route that does not say how it is protected stops the start', async () => {
  const start = buildTestApp({ postgres, extend: (app) => app.get('/api/forgotten', async () => 'open') })
  await expect(start).rejects.toThrow('GET /api/forgotten')
})

test('a route that says nothing would be protected all the same', async () => {
  const answer = await portal.app.inject({ method: 'GET', url: '/api/no-such-route' })
  expect(answer.statusCode).toBe(403)
})

async function counts(): Promise<number[]> {
  return await Promise.all(
    [session, activityEvent, inventoryScan].map(async (table) => await portal.database.$count(table)),
  )
}
