import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import { startTestEmulator } from '../testing/start-test-emulator.ts'

const emulator = await startTestEmulator()
afterAll(() => emulator.close())

/** Sends bytes as they are and gives the whole answer. */
async function sendRaw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(emulator.browserOrigin).port), '127.0.0.1')
  socket.end(bytes)
  return text(socket)
}

test.for(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s of an unknown path is 501, never made up',
  async (method) => {
    const response = await emulator.fetch(`${emulator.browserOrigin}/no/such/path`, { method })
    expect(response.status).toBe(501)
    expect(await response.json()).toEqual({
      error: { code: 'NotEmulated', message: `${method} /no/such/path on localhost is not emulated.` },
    })
    expect(response.headers.get('x-ms-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  },
)

test('an address of ARM that starts with two slashes means the one with one', async () => {
  const response = await emulator.fetch(
    `${emulator.httpsOrigin}//subscriptions/a/resourceGroups?api-version=2021-04-01`,
  )
  expect(response.status).toBe(401)
})

test('a path that other methods have names them', async () => {
  const response = await emulator.fetch(`${emulator.browserOrigin}/_emulator/clock`, { method: 'PUT' })
  expect(await response.json()).toMatchObject({
    error: { message: 'PUT /_emulator/clock on localhost is not emulated. GET, POST of this path are.' },
  })
})

test('HEAD answers as GET does, without the body', async () => {
  const address = `${emulator.httpsOrigin}/_emulator/health`
  const head = await emulator.fetch(address, { method: 'HEAD' })
  const get = await emulator.fetch(address)
  expect(head.status).toBe(200)
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
  expect(await head.text()).toBe('')
})

test.for([
  [
    'a path that does not decode',
    'GET /%E0%A4%A/v2.0/.well-known/openid-configuration HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n',
  ],
  ['a host that is no name', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'],
  ['bytes that are no HTTP', 'hello\r\n\r\n'],
])('%s is answered 400', async ([, bytes]) => {
  expect(await sendRaw(bytes ?? '')).toMatch(/^HTTP\/1\.1 400 /)
})

test.for([
  ['another host', 'GET /_emulator/tenant HTTP/1.1\r\nHost: rebound.example\r\n', 501],
  ['a host in the path', 'GET //localhost/_emulator/tenant HTTP/1.1\r\nHost: rebound.example\r\n', 501],
  ['an empty first segment', 'GET //localhost/_emulator/tenant HTTP/1.1\r\nHost: localhost\r\n', 501],
  ['a whole address', 'GET http://localhost/_emulator/tenant HTTP/1.1\r\nHost: rebound.example\r\n', 400],
  ['a user before the host', 'GET /_emulator/tenant HTTP/1.1\r\nHost: rebound@localhost\r\n', 400],
  ['a path in the host', 'GET /x HTTP/1.1\r\nHost: localhost/_emulator/tenant?\r\n', 400],
] as const)('a page rebound to the loopback address gets nothing with %s', async ([, head, status]) => {
  const answer = await sendRaw(`${head}Connection: close\r\n\r\n`)
  expect(answer.startsWith(`HTTP/1.1 ${status} `)).toBe(true)
  expect(answer).not.toContain('password')
})

test('a client that goes away in the middle of its body is no defect', async () => {
  const socket = connect(Number(new URL(emulator.browserOrigin).port), '127.0.0.1')
  socket.write(
    'POST /issuers/github/token HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\nExpect: 100-continue\r\n\r\n{',
  )
  await once(socket, 'data')
  socket.resetAndDestroy()
  await once(socket, 'close')
  expect((await emulator.fetch(`${emulator.browserOrigin}/_emulator/health`)).status).toBe(200)
})

test('a body over 1 MiB is refused with 413', async () => {
  const response = await emulator.fetch(`${emulator.browserOrigin}/issuers/github/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: 'x'.repeat(1024 * 1024 + 1),
  })
  expect(response.status).toBe(413)
})
