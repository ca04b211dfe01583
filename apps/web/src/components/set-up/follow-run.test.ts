import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { QueryClient } from '@tanstack/react-query'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { wholeRunQuery, type WholeRun } from '../../api/bulk-calls.ts'
import { sampleItem, sampleRun, sampleRunId, sampleStep } from '../testing/sample-run.ts'
import { followRun } from './follow-run.ts'

const servers: Server[] = []

// An ended session stays ended for as long as a page lives: the next file starts with a page of its own.
afterAll(() => vi.resetModules())

afterEach(() => {
  vi.unstubAllGlobals()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

type Answer = (response: ServerResponse, request: IncomingMessage) => void

/** Streams are answered one after the other as given; any other request reads the run as it is now. */
async function portal(streams: Answer[], now: () => WholeRun) {
  const since: (string | undefined)[] = []
  const server = createServer((request, response) => {
    if (request.url?.endsWith('/events') === true) {
      since.push(request.headers['last-event-id']?.toString())
      const answer = streams.shift()
      if (answer === undefined) response.writeHead(503).end()
      else answer(response, request)
    } else {
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ...now(), nextAfter: 1 }))
    }
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const realFetch = globalThis.fetch
  vi.stubGlobal('fetch', (input: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${address.port}${input}`, init),
  )
  return since
}

function event(change: number, state: 'running' | 'finished', step: 'running' | 'done'): string {
  const data = { run: sampleRun({ change, state }), steps: [sampleStep({ state: step })] }
  return `id: ${change}\ndata: ${JSON.stringify(data)}\n\n`
}

const begun: WholeRun = { run: sampleRun({ change: 1 }), items: [sampleItem([sampleStep()])] }

function follow() {
  const queries = new QueryClient()
  const { queryKey } = wholeRunQuery(sampleRunId)
  queries.setQueryData(queryKey, begun)
  const controller = new AbortController()
  const known = () => queries.getQueryData(queryKey)
  queries.getQueryCache().subscribe(() => {
    if (known()?.run.state === 'finished') controller.abort()
  })
  return { known, ended: followRun(queries, sampleRunId, controller.signal, 10) }
}

test('a stream that is cut in the middle of an event goes on behind the last whole one', async () => {
  const since = await portal(
    [
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.write(`: alive\n\n${event(2, 'running', 'running')}`)
        response.write(event(3, 'running', 'done').slice(0, 40))
        setTimeout(() => response.destroy(), 30)
      },
      (response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' })
        response.end(event(4, 'finished', 'done'))
      },
    ],
    () => begun,
  )
  const { known, ended } = follow()
  await ended
  expect(since).toEqual(['1', '2'])
  expect(known()?.items[0]?.steps[0]?.state).toBe('done')
})

test('where streams do not come through, the run is read instead', async () => {
  let reads = 0
  await portal([], () => {
    reads += 1
    return { ...begun, run: sampleRun({ change: 1 + reads, state: reads > 1 ? 'finished' : 'running' }) }
  })
  const { known, ended } = follow()
  await ended
  expect([reads, known()?.run.state]).toEqual([2, 'finished'])
})

test('the end of the session ends the asking, and is told once', async () => {
  const { readSessionLost } = await import('../../api/session-lost.ts')
  const refusal = {
    type: 'about:blank',
    title: 't',
    status: 401,
    code: 'SESSION_ENDED',
    detail: 'd',
    nextStep: 'n',
    requestId: 'r',
  }
  let asked = 0
  const server = createServer((_, response) => {
    asked += 1
    response.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(refusal))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = address === null || typeof address === 'string' ? 0 : address.port
  const realFetch = globalThis.fetch
  vi.stubGlobal('fetch', (input: string, init: RequestInit) =>
    realFetch(`http://127.0.0.1:${port}${input}`, init),
  )
  const { ended } = follow()
  await ended
  expect([readSessionLost(), asked]).toEqual(['SESSION_ENDED', 2])
})
