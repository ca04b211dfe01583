import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:https'
import { text } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { makeCertificate } from './make-certificate.ts'

export interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

export type Answer = (response: ServerResponse, request: SeenRequest) => void

/** An upstream that answers as a test tells it: over TLS, and with any fault. */
export interface FaultServer {
  readonly origin: string
  readonly seen: SeenRequest[]
  /** Answers to come, one a request; the last one stays. */
  answerWith(...answers: Answer[]): void
  close(): Promise<void>
}

export async function startFaultServer(): Promise<FaultServer> {
  const { certificate, key } = makeCertificate()
  setDefaultCACertificates([...getCACertificates('default'), certificate])
  const seen: SeenRequest[] = []
  let answers: Answer[] = []
  const answerOne = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request
    const shown = { method, url, headers, body: await text(request) }
    seen.push(shown)
    const answer = answers.length > 1 ? answers.shift() : answers[0]
    answer?.(response, shown)
  }
  const server = createServer({ key, cert: certificate }, (request, response) => {
    void answerOne(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    origin: `https://localhost:${address.port}`,
    seen,
    answerWith(...next) {
      seen.length = 0
      answers = next
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
}

/** The body as it is given, such as half of one. */
export function raw(status: number, type: string, body: string): Answer {
  return (response) => {
    response.writeHead(status, { 'content-type': type }).end(body)
  }
}

/** The connection breaks in the middle of the body. */
export const brokenOff: Answer = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' })
  response.write('{"value":[', () => response.socket?.destroy())
}

/** The connection breaks after the request was read. */
export const reset: Answer = (response) => {
  response.socket?.destroy()
}
