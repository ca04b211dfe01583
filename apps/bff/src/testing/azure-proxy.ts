import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate } from './make-certificate.ts'

/**
 * What becomes of one request: `-before`: it never reached Azure; `-after`: it was done, and its answer was lost; `late`:
 * it is held until `release`, then passes.
 */
export type Fate =
  'pass' | 'late' | 'cut-before' | 'cut-after' | 'half' | '429' | '503' | 'hang-before' | 'hang-after'

export interface ProxiedRequest {
  readonly method: string
  readonly path: string
}

/** Stands between a portal and the emulator, and loses what a test wants lost. */
export interface AzureProxy {
  readonly origin: string
  decide(fate: (request: ProxiedRequest) => Fate): void
  /** Lets what hangs go on: sends what was not sent, and ends the connections. */
  release(): void
  close(): Promise<void>
}

export async function startAzureProxy(target: string): Promise<AzureProxy> {
  const { certificate, key } = makeCertificate()
  setDefaultCACertificates([...getCACertificates('default'), certificate])
  let fateOf: (request: ProxiedRequest) => Fate = () => 'pass'
  let held = Promise.withResolvers<void>()

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '' } = request
    const body = await buffer(request)
    const send = () => forward(`${target}${url}`, request, body)
    const fate = fateOf({ method, path: url })
    if (fate === 'pass') return await copy(await send(), response)
    if (fate === '429' || fate === '503') return refuse(Number(fate), response)
    if (fate === 'hang-before' || fate === 'late') await held.promise
    if (fate === 'late') return await copy(await send(), response)
    if (fate !== 'cut-before') {
      const answer = await send()
      if (fate === 'hang-after') await held.promise
      if (fate === 'half') return await half(answer, response)
    }
    response.socket?.destroy()
  }
  const server = createServer({ key, cert: certificate }, (request, response) => {
    serve(request, response).catch(() => response.socket?.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port')
  return {
    origin: `https://localhost:${address.port}`,
    decide(next) {
      fateOf = next
    },
    release() {
      held.resolve()
      held = Promise.withResolvers<void>()
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const ofConnection = new Set(['host', 'connection', 'content-length', 'accept-encoding', 'transfer-encoding'])

async function forward(
  address: string,
  { method = 'GET', headers }: IncomingMessage,
  body: Buffer,
): Promise<Response> {
  const kept = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    ofConnection.has(name) || value === undefined ? [] : [[name, String(value)]],
  )
  return await fetch(address, {
    method,
    headers: kept,
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  })
}

function headersOf(answer: Response): Record<string, string> {
  return Object.fromEntries(
    [...answer.headers].filter(([name]) => !ofConnection.has(name) && name !== 'content-encoding'),
  )
}

async function copy(answer: Response, response: ServerResponse): Promise<void> {
  response.writeHead(answer.status, headersOf(answer)).end(await answer.text())
}

async function half(answer: Response, response: ServerResponse): Promise<void> {
  const text = await answer.text()
  const length = String(Buffer.byteLength(text) + 1)
  response.writeHead(answer.status, { ...headersOf(answer), 'content-length': length })
  response.write(text.slice(0, text.length / 2), () => response.socket?.destroy())
}

function refuse(status: number, response: ServerResponse): void {
  const error = {
    code: status === 429 ? 'TooManyRequests' : 'ServiceUnavailable',
    message: 'As the test wants.',
  }
  const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '1' }) }
  response.writeHead(status, headers).end(JSON.stringify({ error }))
}
