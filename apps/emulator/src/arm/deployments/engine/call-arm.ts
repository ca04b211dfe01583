import { setTimeout as pause } from 'node:timers/promises'
import type { EmulatorRequest, EmulatorResponse } from '../../../kernel/operation.ts'
import type { World } from '../../../kernel/world.ts'
import type { JsonObject } from '../language/json.ts'
import { runState } from './run-state.ts'

/** Calls the resource manager as the deployment's caller. */
export type CallArm = (
  method: 'GET' | 'PUT' | 'DELETE',
  id: string,
  apiVersion: string,
  body?: JsonObject,
) => Promise<EmulatorResponse>

/** Calls in the name of whoever sent the request, as part of the same correlation. */
export function callArmFor(request: EmulatorRequest, world: World, correlationId: string): CallArm {
  return (method, id, apiVersion, body) => {
    const path = id.split('/').map(encodeURIComponent).join('/')
    return send(
      request,
      world,
      correlationId,
      method,
      path,
      new URLSearchParams({ 'api-version': apiVersion }),
      body,
    )
  }
}

function send(
  request: EmulatorRequest,
  world: World,
  correlationId: string,
  method: string,
  path: string,
  query: URLSearchParams,
  body?: JsonObject,
): Promise<EmulatorResponse> {
  return world.dispatch({
    method,
    origin: request.origin,
    host: request.host,
    path,
    params: {},
    query,
    headers: {
      authorization: request.headers.authorization,
      'content-type': 'application/json',
      'x-ms-correlation-request-id': correlationId,
    },
    body: body === undefined ? '' : JSON.stringify(body),
  })
}

const pollEveryMs = 50
const mostPolls = 2400

/** How a long-running write ended: the last answer of its status, or the first answer when it was done at once. */
export async function waitForEnd(
  response: EmulatorResponse,
  id: string,
  request: EmulatorRequest,
  world: World,
): Promise<EmulatorResponse> {
  const address = statusAddress(response)
  if (response.status >= 400 || address === undefined) return response
  await runState(world).running.get(id.toLowerCase())?.done
  const correlationId = request.headers['x-ms-correlation-request-id'] ?? world.newGuid()
  for (let poll = 0; poll < mostPolls; poll += 1) {
    const { pathname, searchParams } = new URL(address, request.origin)
    const answer = await send(request, world, correlationId, 'GET', pathname, searchParams)
    if (!isRunning(answer)) return answer
    await pause(pollEveryMs)
  }
  return response
}

function statusAddress({ status, headers = {} }: EmulatorResponse): string | undefined {
  const find = (wanted: string) =>
    Object.entries(headers).find(([name]) => name.toLowerCase() === wanted)?.[1]
  const address = find('azure-asyncoperation') ?? (status === 202 ? find('location') : undefined)
  return typeof address === 'string' ? address : undefined
}

function isRunning({ status, body }: EmulatorResponse): boolean {
  if (status === 202) return true
  const state = isRecord(body) ? body.status : undefined
  return typeof state === 'string' && !['succeeded', 'failed', 'canceled'].includes(state.toLowerCase())
}

/** The error object in an answer, or one made of its status. Undefined when the answer is a success. */
export function errorIn({ status, body }: EmulatorResponse): JsonObject | undefined {
  const error = isRecord(body) ? body.error : undefined
  // Error bodies are made of JSON.
  if (isRecord(error)) return error as JsonObject
  const hasFailed = isRecord(body) && ['Failed', 'Canceled'].includes(String(body.status))
  if (status < 400 && !hasFailed) return undefined
  return { code: statusName(status), message: `The resource provider answered with the status ${status}.` }
}

const statusNames: Record<number, string> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'NoContent',
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  501: 'NotImplemented',
  503: 'ServiceUnavailable',
}

/** Name of an HTTP status as deployment operations show it. */
export function statusName(status: number): string {
  return statusNames[status] ?? String(status)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
