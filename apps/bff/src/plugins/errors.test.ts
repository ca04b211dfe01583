import { expect, test } from 'vitest'
import { errorCodes, Problem } from '@trustwright/shared-schemas'
import { PortalError } from '../errors.ts'
import { buildTestApp, type SignedInBrowser } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'

const faults: readonly (readonly [string, unknown])[] = [
  ['an error', new Error('select * from session where host = db.internal')],
  ['a type error', new TypeError("cannot read properties of undefined (reading 'token')")],
  ['a text', 'thrown text with secret'],
  ['nothing', undefined],
  ['a null', null],
  ['an error that claims a status', Object.assign(new Error('/etc/passwd'), { statusCode: 418 })],
  ['an error with a foreign code', Object.assign(new Error('db.internal'), { code: 'ECONNREFUSED' })],
  ['an error with a cause', new Error('outer', { cause: new Error('inner secret') })],
]

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() =>
  buildTestApp({
    postgres,
    environment: { REQUESTS_PER_MINUTE: '1000' },
    extend: (app) => {
      app.get('/api/fault/:index', { config: { responseClass: 'api', access: 'public' } }, (request) => {
        // The path is of the test's own making.
        const { index } = request.params as { index: string }
        throw faults[Number(index)]?.[1] ?? null
      })
      app.get('/api/code/:code', { config: { responseClass: 'api', access: 'public' } }, (request) => {
        const { code } = request.params as { code: (typeof errorCodes)[number] }
        throw new PortalError(code, { claims: 'e30', cause: new Error('secret cause') })
      })
    },
  }),
)
const browser = forThisFile(() => portal.signedIn('developer'))

test.each(faults.map(([name], index) => [name, index] as const))(
  '%s that is thrown becomes INTERNAL without a word about the inside',
  async (_name, index) => {
    const answer = await portal.inject({ url: `/api/fault/${index}` })
    expect(answer.statusCode).toBe(500)
    const problem = Problem.parse(answer.json())
    expect(problem.code).toBe('INTERNAL')
    expect(problem.requestId).toBe(answer.headers['x-request-id'])
    expect(answer.body).not.toMatch(/select|db\.|secret|passwd|cannot read|\.ts:\d/)
  },
)

test.each(errorCodes)('%s is answered as a complete problem', async (code) => {
  const answer = await portal.inject({ url: `/api/code/${code}` })
  // They are for who came with an access token.
  expect(answer.body).not.toContain('"claims"')
  expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  const problem = Problem.parse(answer.json())
  expect(problem).toMatchObject({ code, status: answer.statusCode })
  expect(problem.detail).toMatch(/\.$/)
  expect(problem.nextStep).toMatch(/\.$/)
  expect(answer.body).not.toContain('secret cause')
})

const json = { 'content-type': 'application/json' }
const identity = '/api/identities/mi/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/rg-pay/id-pay'
const trust = {
  name: 'github-main',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/pay:ref:refs/heads/main',
  audiences: ['api://AzureADTokenExchange'],
}

const refusals: readonly (readonly [
  string,
  Parameters<SignedInBrowser['inject']>[0],
  number,
  string,
  string[],
])[] = [
  ['an unknown address', { url: '/api/nothing' }, 404, 'ROUTE_NOT_FOUND', []],
  ['a wrong method', { method: 'DELETE', url: '/api/activity' }, 405, 'METHOD_NOT_ALLOWED', []],
  [
    'a body too large',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: `"${'x'.repeat(65_536)}"` },
    413,
    'BODY_TOO_LARGE',
    [],
  ],
  [
    'a text body',
    { method: 'POST', url: `${identity}/trusts`, headers: { 'content-type': 'text/plain' }, payload: '{}' },
    415,
    'CONTENT_TYPE_REFUSED',
    [],
  ],
  [
    'a QUERY (RFC 10008) of no type',
    { method: 'QUERY', url: '/api/nothing' },
    415,
    'CONTENT_TYPE_REFUSED',
    [],
  ],
  [
    'half a JSON text',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: '{"name":' },
    400,
    'INPUT_REFUSED',
    [],
  ],
  [
    'an empty JSON body',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: '' },
    400,
    'INPUT_REFUSED',
    [],
  ],
  [
    'a polluting key',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: '{"__proto__":{"polluted":1}}' },
    400,
    'INPUT_REFUSED',
    [],
  ],
  [
    'an unknown field',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: { ...trust, description: 'x' } },
    400,
    'INPUT_REFUSED',
    ['description'],
  ],
  [
    'wrong fields',
    {
      method: 'POST',
      url: `${identity}/trusts`,
      headers: json,
      payload: { ...trust, name: 'x', audiences: [' a'] },
    },
    400,
    'INPUT_REFUSED',
    ['name', 'audiences.0'],
  ],
  [
    'a wrong path part',
    { url: '/api/subscriptions/not-a-guid/identities' },
    400,
    'INPUT_REFUSED',
    ['subscriptionId'],
  ],
  ['an unknown query value', { url: '/api/activity?sort=asc' }, 400, 'INPUT_REFUSED', ['sort']],
  ['a doubled query value', { url: '/api/activity?limit=1&limit=2' }, 400, 'INPUT_REFUSED', ['limit']],
  ['a query value out of range', { url: '/api/activity?limit=201' }, 400, 'INPUT_REFUSED', ['limit']],
  ['a cursor of another origin', { url: '/api/activity?before=x' }, 400, 'INPUT_REFUSED', ['before']],
  ['a broken escape', { url: '/api/%zz' }, 404, 'ROUTE_NOT_FOUND', []],
  [
    'a path part of 300 characters',
    { url: `${identity}/trusts/${'a'.repeat(300)}` },
    404,
    'ROUTE_NOT_FOUND',
    [],
  ],
  ['a slash too many', { url: '/api/subscriptions/' }, 404, 'ROUTE_NOT_FOUND', []],
  ['a path part of two dots', { url: `${identity}/trusts/%2e%2e%2f` }, 400, 'INPUT_REFUSED', ['trustName']],
  ['a path part that is no UTF-8', { url: `${identity}/trusts/%ff%fe` }, 404, 'ROUTE_NOT_FOUND', []],
  [
    'half a character',
    { method: 'POST', url: `${identity}/trusts`, headers: json, payload: { ...trust, subject: 'a\ud800' } },
    400,
    'INPUT_REFUSED',
    [],
  ],
  [
    'half a character deep inside',
    { method: 'POST', url: '/api/sign-out', headers: json, payload: { a: [{ b: '\udc00' }] } },
    400,
    'INPUT_REFUSED',
    [],
  ],
]

test.each(refusals)('%s is refused as what it is', async (_name, request, status, code, fields) => {
  const answer = await browser.inject(request)
  expect(answer.statusCode).toBe(status)
  const problem = Problem.parse(answer.json())
  expect(problem.code).toBe(code)
  expect(problem.fields?.map(({ path }) => path) ?? []).toEqual(fields)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test('a token that was sent as the name of a field does not come back', async () => {
  const token = `eyJhbGciOiJSUzI1NiJ9.${'x'.repeat(200)}.sig`
  const asField = {
    method: 'POST',
    url: `${identity}/trusts`,
    headers: json,
    payload: { ...trust, [token]: 1 },
  } as const
  for (const request of [asField, { url: `/api/activity?${token}` }]) {
    const answer = await browser.inject(request)
    expect(answer.json()).toMatchObject({ code: 'INPUT_REFUSED', fields: [{ path: '(a long name)' }] })
    expect(answer.body).not.toContain('eyJ')
  }
})

test('a wrong method names the right ones', async () => {
  const answer = await browser.inject({ method: 'PUT', url: `${identity}/trusts` })
  expect(answer.headers.allow).toBe('GET, POST')
})

test('too many requests of one person are refused for a while, whatever address they name', async () => {
  const busy = await buildTestApp({ postgres, environment: { REQUESTS_PER_MINUTE: '10' } })
  const one = await busy.signedIn('developer')
  const other = await busy.signedIn('reader')
  const status = async (who: SignedInBrowser, address: string) =>
    (await who.inject({ url: '/api/session', headers: { 'x-forwarded-for': address } })).statusCode
  const seen: number[] = []
  for (let count = 0; count < 12; count++) seen.push(await status(one, `203.0.113.${count}`))
  expect(seen.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 200))
  expect(seen.slice(10)).toEqual([429, 429])
  const refused = await one.inject({ url: '/api/session' })
  expect(refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(await status(other, '203.0.113.1')).toBe(200)
  await busy.close()
})
