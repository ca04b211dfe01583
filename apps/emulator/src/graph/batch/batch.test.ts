import { afterAll, expect, test } from 'vitest'
import { z } from 'zod'
import { refusalOf, startGraph } from '../testing/graph-client.ts'

const { emulator, call } = await startGraph()
afterAll(() => emulator.close())

const get = (id: string, url: string, more: object = {}) => ({ id, method: 'GET', url, ...more })
const json = { 'Content-Type': 'application/json' }

test('each request has a status, headers and a body of its own', async () => {
  const requests = [
    get('me', '/me?$select=id'),
    get('none', '/applications/nothing'),
    {
      id: 'made',
      method: 'POST',
      url: 'applications',
      headers: json,
      body: { displayName: 'contoso-batch' },
    },
    get('counted', '/applications?$count=true&$filter=not(owners/$count eq 0)', {
      headers: { ConsistencyLevel: 'eventual' },
    }),
    get('unknown', '/colours'),
  ]
  const { status, body } = await call('POST', '/$batch', { body: { requests } })
  expect(status).toBe(200)
  expect(body.responses).toMatchObject([
    { id: 'me', status: 200, headers: { 'Content-Type': expect.stringContaining('application/json') } },
    { id: 'none', status: 404, body: { error: { code: 'Request_ResourceNotFound' } } },
    { id: 'made', status: 201, body: { displayName: 'contoso-batch' } },
    { id: 'counted', status: 200, body: { '@odata.count': expect.any(Number) } },
    { id: 'unknown', status: 400, body: { error: { code: 'BadRequest' } } },
  ])
})

test('what depends on a failure is not tried', async () => {
  const requests = [
    get('first', '/applications/nothing'),
    {
      id: 'second',
      method: 'POST',
      url: '/applications',
      headers: json,
      body: { displayName: 'never' },
      dependsOn: ['first'],
    },
    get('third', '/me', { dependsOn: ['second'] }),
  ]
  const { body } = await call('POST', '/$batch', { body: { requests } })
  expect(body.responses).toMatchObject([{ status: 404 }, { status: 424 }, { status: 424 }])
  const found = await call('GET', "/applications?$filter=displayName eq 'never'")
  expect(found.body.value).toEqual([])
})

test.for<[string, unknown, string]>([
  ['no requests', {}, 'Invalid batch payload format.'],
  [
    'twenty-one',
    { requests: Array.from({ length: 21 }, (_, place) => get(String(place), '/me')) },
    'Number of batch request steps exceeds the maximum value of 20.',
  ],
  ['one without an id', { requests: [{ method: 'GET', url: '/me' }] }, 'Invalid batch payload format.'],
  [
    'one with an unknown method',
    { requests: [{ id: '1', method: 'TRACE', url: '/me' }] },
    'Invalid batch payload format.',
  ],
  [
    'two with one id',
    { requests: [get('1', '/me'), get('1', '/me')] },
    'Request Id 1 has to be unique in a batch.',
  ],
  [
    'a dependency on what is not there',
    { requests: [get('1', '/me', { dependsOn: ['2'] })] },
    'Dependency id 2 is not found among the earlier requests.',
  ],
  [
    'a body without its type',
    { requests: [{ id: '1', method: 'POST', url: '/applications', body: {} }] },
    'Request 1 has a body: its headers have to name the Content-Type.',
  ],
])('a batch with %s is refused whole', async ([, body, message]) => {
  expect(refusalOf(await call('POST', '/$batch', { body }))).toEqual({
    status: 400,
    code: 'BadRequest',
    message,
  })
})

test('an absolute address and a batch in a batch are refused one by one', async () => {
  const requests = [
    get('1', 'https://graph.microsoft.com/v1.0/me'),
    { id: '2', method: 'POST', url: '/$batch', headers: json, body: {} },
  ]
  const { body } = await call('POST', '/$batch', { body: { requests } })
  expect(body.responses).toMatchObject([{ status: 400 }, { status: 400 }])
})

test.for([
  '/../_emulator/tenant',
  '/%2e%2e/_emulator/tenant',
  '/.%2e/_emulator/tenant',
  '\\..\\_emulator\\tenant',
  '/me/../../subscriptions?api-version=2022-12-01',
  '/..%2f_emulator%2ftenant',
])('an item at %s does not leave Graph', async (url) => {
  const { body } = await call('POST', '/$batch', { body: { requests: [get('1', url)] } })
  expect(body.responses).toMatchObject([{ status: 400, body: { error: { code: 'BadRequest' } } }])
})

test('each of 20 is throttled by itself, and says how long to wait', async () => {
  const { reality } = emulator.world
  const requests = Array.from({ length: 20 }, (_, place) => get(String(place), '/me?$select=id'))
  reality.throttleScale = 12 / 3500
  const { status, body } = await call('POST', '/$batch', { body: { requests } })
  reality.throttleScale = 0
  expect(status).toBe(200)
  const answers = z
    .array(z.object({ status: z.number(), headers: z.record(z.string(), z.string()) }))
    .parse(body.responses)
  const refused = answers.filter((answer) => answer.status === 429)
  expect(answers.filter((answer) => answer.status === 200)).toHaveLength(12)
  expect(refused).toHaveLength(8)
  for (const { headers } of refused) expect(Number(headers['Retry-After'])).toBeGreaterThan(0)
})
