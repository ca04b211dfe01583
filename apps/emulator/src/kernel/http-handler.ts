import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { readAddress } from './read-address.ts'
import { readBody } from './read-body.ts'
import type { FindOperation } from './router.ts'
import { armError } from './vendor-errors.ts'
import type { World } from './world.ts'

/** One answered request, for logs. Holds the path without its query, which may carry codes. */
export interface LogEntry {
  time: string
  method: string
  host: string
  path: string
  operation: string | undefined
  status: number
  ms: number
  requestId: string
}

export interface HandlerOptions {
  world: World
  findOperation: FindOperation
  scheme: 'http' | 'https'
  log: (entry: LogEntry) => void
  /** A defect of the emulator: the answer is 500 whatever it was. */
  onDefect: (error: unknown, requestId: string) => void
}

/** Turns HTTP into operations and their answers into HTTP; every answer carries `x-ms-request-id`. */
export function createHttpHandler(options: HandlerOptions): RequestListener {
  return (incoming, outgoing) => {
    void answer(incoming, outgoing, options)
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, options: HandlerOptions) {
  const startedAt = performance.now()
  const requestId = randomUUID()
  const method = incoming.method ?? 'GET'
  let operation: string | undefined
  let host = ''
  let path = ''
  let response: EmulatorResponse
  try {
    const url = readAddress(incoming, options.scheme)
    host = url?.hostname ?? ''
    path = url?.pathname ?? ''
    const found = options.findOperation(method, host, path, options.world)
    operation = found?.operation.id
    const body = await readBody(incoming)
    if (body === undefined) response = tooLarge()
    else if (!url) response = malformed()
    else if (!found) response = notEmulated(method, host, path)
    else {
      const request = toRequest(incoming, url, method, found.params, body)
      response = await found.operation.handle(request, options.world)
    }
  } catch (error) {
    if (outgoing.destroyed) return
    options.onDefect(error, requestId)
    response = armError(500, 'InternalServerError', 'The emulator failed to answer; its log names the cause.')
  }
  send(outgoing, response, method, requestId)
  options.log({
    time: new Date().toISOString(),
    method,
    host,
    path,
    operation,
    status: response.status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    requestId,
  })
}

function toRequest(
  incoming: IncomingMessage,
  url: URL,
  method: string,
  params: Record<string, string>,
  body: string,
): EmulatorRequest {
  const headers: Record<string, string | undefined> = {}
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(', ') : value
  }
  return {
    method,
    origin: url.origin,
    host: url.hostname,
    path: url.pathname,
    params,
    query: url.searchParams,
    headers,
    body,
  }
}

function send(outgoing: ServerResponse, response: EmulatorResponse, method: string, requestId: string): void {
  const { status, headers = {}, body } = response
  outgoing.statusCode = status
  outgoing.setHeader('x-ms-request-id', requestId)
  outgoing.setHeader('x-content-type-options', 'nosniff')
  if (body !== undefined && typeof body !== 'string') {
    outgoing.setHeader('content-type', 'application/json; charset=utf-8')
  }
  for (const [name, value] of Object.entries(headers)) outgoing.setHeader(name, value)
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body)
  if (status !== 204 && status !== 304) outgoing.setHeader('content-length', Buffer.byteLength(text))
  outgoing.end(method === 'HEAD' ? undefined : text)
}

function malformed(): EmulatorResponse {
  return armError(400, 'BadRequest', 'The request address or its Host header is malformed.')
}

function tooLarge(): EmulatorResponse {
  return {
    ...armError(413, 'RequestContentTooLarge', 'The request body is larger than 1 MiB.'),
    headers: { connection: 'close' },
  }
}

function notEmulated(method: string, host: string, path: string): EmulatorResponse {
  return armError(501, 'NotEmulated', `${method} ${path} on ${host} is not emulated.`)
}
