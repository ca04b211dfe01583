import { createServer, type Server } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import type { Answer } from './answer-request.ts'
import { listen } from './listen.ts'
import { sendResponse } from './send-response.ts'

async function answered(given: Answer): Promise<Response> {
  const server: Server = createServer((_request, response) =>
    sendResponse(response, given, 'GET', 'request-id'),
  )
  onTestFinished(() => {
    server.close()
  })
  return fetch(`http://127.0.0.1:${await listen(server, 0, '127.0.0.1', '')}`)
}

test.for([
  ['letters of another script', 'aud 漢字', 'aud %E6%BC%A2%E5%AD%97'],
  ['half of a pair', 'aud \ud800', 'aud %EF%BF%BD'],
  ['a line end', 'a\r\nset-cookie: b', 'a%0D%0Aset-cookie: b'],
  ['plain text', 'Bearer error="x"', 'Bearer error="x"'],
] as const)('a header that holds %s is sent as one that a header can be', async ([, value, sent]) => {
  const response = await answered({ response: { status: 401, headers: { 'www-authenticate': value } } })
  expect(response.status).toBe(401)
  expect(response.headers.get('www-authenticate')).toBe(sent)
  expect(response.headers.get('set-cookie')).toBeNull()
})
