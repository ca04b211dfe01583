import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { answerRequest, type Answer } from './answer-request.ts'
import type { EmulatorRequest, EmulatorResponse } from './operation.ts'
import { isControl } from './own-hosts.ts'
import { readAddress } from './read-address.ts'
import { readBody } from './read-body.ts'
import type { RequestRecord } from './request-log.ts'
import type { FindOperation } from './router.ts'
import { sendResponse } from './send-response.ts'
import { armError } from './vendor-errors.ts'
import type { World } from './world.ts'

export interface HandlerOptions {
  world: World
  findOperation: FindOperation
  scheme: 'http' | 'https'
  log: (record: RequestRecord) => void
  /** A defect of the emulator: the answer is 500 whatever it was. */
  onDefect: (error: unknown, requestId: string) => void
}

/** Turns HTTP into operations and their answers into HTTP; every answer carries `x-ms-request-id`. */
export function createHttpHandler(options: HandlerOptions): RequestListener {
  return (incoming, outgoing) => {
    answer(incoming, outgoing, options).catch((error: unknown) => {
      options.onDefect(error, 'unanswered')
      outgoing.destroy()
    })
  }
}

async function answer(incoming: IncomingMessage, outgoing: ServerResponse, options: HandlerOptions) {
  const startedAt = performance.now()
  const requestId = randomUUID()
  const method = incoming.method ?? 'GET'
  const { world } = options
  const address = readAddress(incoming, options.scheme)
  const [host, path] = [address?.hostname ?? '', address?.pathname ?? '']
  const found = options.findOperation(method, host, path, world)
  let given: Answer
  try {
    given = await respond(incoming, address, found, options)
    await world.durable()
  } catch (error) {
    if (outgoing.destroyed) return
    options.onDefect(error, requestId)
    given = { response: armError(500, 'InternalServerError', failureText) }
  }
  sendResponse(outgoing, given, method, requestId)
  const apiVersion = address?.searchParams.get('api-version')?.slice(0, 100)
  const record = {
    time: new Date(world.clock.now()).toISOString(),
    method,
    host,
    path,
    ...(apiVersion ? { apiVersion } : {}),
    operation: found?.operation.id,
    ...(given.caller ? { caller: given.caller } : {}),
    status: given.response.status,
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
    requestId,
  }
  if (!isControl(path)) world.requests.add(record)
  options.log(record)
}

const failureText = 'The emulator failed to answer; its log names the cause.'

async function respond(
  incoming: IncomingMessage,
  address: URL | undefined,
  found: ReturnType<FindOperation>,
  { world, findOperation }: HandlerOptions,
): Promise<Answer> {
  const method = incoming.method ?? 'GET'
  const body = await readBody(incoming)
  if (body === undefined) return { response: tooLarge() }
  if (!address) return { response: malformed() }
  if (found) {
    if (world.reality.latencyMs > 0 && !isControl(address.pathname)) await pause(world.reality.latencyMs)
    return answerRequest(found.operation, toRequest(incoming, address, method, found.params, body), world)
  }
  const { hostname, pathname } = address
  const others = methods.filter((other) => findOperation(other, hostname, pathname, world))
  return { response: notEmulated(method, hostname, pathname, others) }
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

function malformed(): EmulatorResponse {
  return armError(400, 'BadRequest', 'The request address or its Host header is malformed.')
}

function tooLarge(): EmulatorResponse {
  return {
    ...armError(413, 'RequestContentTooLarge', 'The request body is larger than 1 MiB.'),
    headers: { connection: 'close' },
  }
}

/** `others`: methods that are emulated on this path. */
function notEmulated(
  method: string,
  host: string,
  path: string,
  others: readonly string[],
): EmulatorResponse {
  const hint =
    others.length === 0 ? '' : ` ${others.join(', ')} of this path ${others.length === 1 ? 'is' : 'are'}.`
  return armError(501, 'NotEmulated', `${method} ${path} on ${host} is not emulated.${hint}`)
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
