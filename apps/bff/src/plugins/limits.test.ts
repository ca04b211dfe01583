import { once } from 'node:events'
import { connect } from 'node:net'
import { beforeAll, expect, test } from 'vitest'
import { buildTestApp } from '../testing/build-test-app.ts'
import { forThisFile } from '../testing/for-this-file.ts'
import { startTestPostgres } from '../testing/test-postgres.ts'

const postgres = forThisFile(startTestPostgres)
const portal = forThisFile(() => buildTestApp({ postgres }))
let port: number
beforeAll(async () => {
  port = Number(new URL(await portal.app.listen({ port: 0, host: '127.0.0.1' })).port)
}, 60_000)

/** Sends bytes and gives the status line of the answer, also when the server closes before all was taken. */
async function statusOf(bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  // The server may close while bytes are still on their way; its answer counts.
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  socket.write(bytes)
  let text = ''
  for await (const chunk of socket) {
    text += String(chunk)
    if (text.includes('\r\n')) break
  }
  socket.destroy()
  return text.split('\r\n')[0] ?? ''
}

const marks =
  'Host: localhost\r\nx-trustwright: 1\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n'

test.each([
  [
    'ten thousand headers',
    `GET /api/session HTTP/1.1\r\n${Array.from({ length: 10_000 }, (_, index) => `x-${index}: 1\r\n`).join('')}\r\n`,
    '431',
  ],
  [
    'a header of 20 kB',
    `GET /api/session HTTP/1.1\r\nHost: localhost\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
    '431',
  ],
  ['an address of 64 kB', `GET /trusts?q=${'a'.repeat(65_536)} HTTP/1.1\r\nHost: localhost\r\n\r\n`, '431'],
  [
    'a body that says it is 1 MB',
    `POST /api/sign-out HTTP/1.1\r\n${marks}Content-Length: 1048577\r\n\r\n`,
    '413',
  ],
  [
    'an endless body',
    `POST /api/sign-out HTTP/1.1\r\n${marks}Transfer-Encoding: chunked\r\n\r\n${`1000\r\n${' '.repeat(4096)}\r\n`.repeat(17)}`,
    '413',
  ],
  [
    'two lengths',
    `POST /api/sign-out HTTP/1.1\r\n${marks}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
    '400',
  ],
  [
    'a length and chunks',
    `POST /api/sign-out HTTP/1.1\r\n${marks}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
    '400',
  ],
  ['a folded header', `GET /api/session HTTP/1.1\r\nHost: localhost\r\nx: a\r\n b\r\n\r\n`, '400'],
])('%s is refused', async (_name, bytes, status) => {
  expect(await statusOf(bytes)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
})

test('deep JSON is refused by its shape, not by a crash', async () => {
  const deep = `${'['.repeat(30_000)}${']'.repeat(30_000)}`
  const browser = await portal.signedIn('developer')
  const answer = await browser.inject({
    method: 'POST',
    url: '/api/subscriptions/3d5a7c10-0001-4e2b-9c4d-a1b2c3d4e501/resource-groups',
    headers: { 'content-type': 'application/json' },
    payload: deep,
  })
  expect(answer.statusCode).toBe(400)
})

test('a header that comes byte by byte ends the connection', async () => {
  const socket = connect(port, '127.0.0.1')
  // The server closes while a byte may be on its way.
  socket.on('error', () => undefined)
  socket.write('GET /api/session HTTP/1.1\r\nHost: localhost\r\nx: ')
  const dripping = setInterval(() => socket.write('a'), 250)
  socket.resume()
  const startedAt = Date.now()
  // Not `once`, which an error on the way there would end.
  await new Promise((resolve) => socket.on('close', resolve))
  clearInterval(dripping)
  expect(Date.now() - startedAt).toBeLessThan(10_000)
})
