import { createServer, type Server } from 'node:http'
import { endpoints } from '@trustwright/shared-schemas'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { addressOf } from './address.ts'
import { ApiProblem, ConnectionProblem, ReplyProblem } from './api-problem.ts'
import { call } from './client.ts'
import { readSessionLost } from './session-lost.ts'

const path = {
  subscriptionId: '11111111-2222-3333-4444-555555555555',
  resourceGroup: 'rg (a)#1',
  identityName: 'id-1',
}
const servers: Server[] = []

// An ended session stays ended for as long as a page lives: the next file starts with a page of its own.
afterAll(() => vi.resetModules())

afterEach(() => {
  vi.unstubAllGlobals()
  for (const server of servers.splice(0)) server.close()
})

interface Seen {
  method?: string | undefined
  url?: string | undefined
  header?: string | string[] | undefined
  body: string
}

/** A real HTTP server; `fetch` gets its origin in front, as a browser puts the page's. */
async function answering(status: number, body: string): Promise<Seen> {
  const seen: Seen = { body: '' }
  const server = createServer((request, response) => {
    Object.assign(seen, {
      method: request.method,
      url: request.url,
      header: request.headers['x-trustwright'],
    })
    request.on('data', (chunk: Buffer) => (seen.body += chunk.toString()))
    request.on('end', () => response.writeHead(status, { 'content-type': 'application/json' }).end(body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const realFetch = globalThis.fetch
  vi.stubGlobal('fetch', (input: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${address.port}${input}`, init),
  )
  return seen
}

function problem(code: string, status: number): string {
  return JSON.stringify({
    type: 'about:blank',
    title: 't',
    status,
    code,
    detail: 'd',
    nextStep: 'n',
    requestId: 'r',
  })
}

test('a call carries the portal header, and its path and query are encoded', async () => {
  const seen = await answering(200, JSON.stringify({ events: [], nextBefore: null }))
  await call(endpoints.listIdentityActivity, { params: path, query: { before: 'a&b', limit: 5 } })
  expect(seen).toMatchObject({
    method: 'GET',
    header: '1',
    url: `/api/identities/mi/${path.subscriptionId}/rg%20(a)%231/id-1/activity?before=a%26b&limit=5`,
  })
})

test('a body goes out as JSON', async () => {
  const seen = await answering(
    201,
    JSON.stringify({ subscriptionId: 's', name: 'rg', location: 'westeurope' }),
  )
  const body = { name: 'rg', location: 'westeurope' }
  await call(endpoints.createResourceGroup, { params: { subscriptionId: path.subscriptionId }, body })
  expect(JSON.parse(seen.body)).toEqual(body)
})

test('a problem document becomes an ApiProblem with its code', async () => {
  await answering(404, problem('NOT_FOUND', 404))
  const error: unknown = await call(endpoints.listSubscriptions).catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(ApiProblem)
  expect(error).toMatchObject({
    code: 'NOT_FOUND',
    nextStep: 'n',
    upstream: null,
    retryAfterSeconds: null,
    fields: [],
  })
  expect(readSessionLost()).toBeNull()
})

test.each([
  ['a page of HTML with status 502', 502, '<html>Bad gateway</html>'],
  ['a reply that breaks its contract', 200, '{"subscriptions":"many"}'],
  ['a reply with a field nobody declared', 200, '{"subscriptions":[],"extra":1}'],
  ['an unknown problem code', 400, problem('NEVER_HEARD_OF', 400)],
  ['nothing', 200, ''],
])('%s becomes a ReplyProblem', async (_, status, body) => {
  await answering(status, body)
  await expect(call(endpoints.listSubscriptions)).rejects.toBeInstanceOf(ReplyProblem)
})

test('a server that is not there becomes a ConnectionProblem', async () => {
  await answering(200, '{}')
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve))
  await expect(call(endpoints.listSubscriptions)).rejects.toBeInstanceOf(ConnectionProblem)
})

test('an abort stays an abort', async () => {
  await answering(200, '{}')
  const signal = AbortSignal.abort()
  await expect(call(endpoints.listSubscriptions, { signal })).rejects.toMatchObject({ name: 'AbortError' })
})

test('an ended session is noticed on any call', async () => {
  await answering(401, problem('SESSION_ENDED', 401))
  await expect(call(endpoints.listActivity, { query: {} })).rejects.toBeInstanceOf(ApiProblem)
  expect(readSessionLost()).toBe('SESSION_ENDED')
})

test('a missing part of a path is a mistake of the caller, not a request', () => {
  expect(() => addressOf(endpoints.readIdentity, { ...path, identityName: '' })).toThrow('identityName')
})
