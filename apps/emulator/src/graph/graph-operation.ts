import { authenticate, isRefused, type Caller } from '../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../kernel/operation.ts'
import type { World } from '../kernel/world.ts'

/** What a handler of Graph gets once the token is in order. */
export interface GraphCall {
  request: EmulatorRequest
  world: World
  caller: Caller
  version: 'v1.0' | 'beta'
}

interface GraphOperation extends Omit<Operation, 'handle' | 'path'> {
  /** Path after the version. */
  path: string
  handle: (call: GraphCall) => EmulatorResponse | Promise<EmulatorResponse>
}

/** One operation under `/v1.0` and `/beta`: verifies the token and adds Graph's request ids. */
export function graphOperation(
  { path, handle, ...operation }: GraphOperation,
  versions: readonly GraphCall['version'][] = ['v1.0', 'beta'],
): Operation[] {
  return versions.map((version) => ({
    ...operation,
    path: `/${version}${path}`,
    handle: async (request, world) => {
      const caller = await authenticate(request, world, 'graph')
      const response = isRefused(caller) ? caller : await handle({ request, world, caller, version })
      return withRequestIds(response, request, world)
    },
  }))
}

/** Error bodies name a request id already: theirs stays. */
function withRequestIds(
  response: EmulatorResponse,
  request: EmulatorRequest,
  world: World,
): EmulatorResponse {
  const requestId = world.newGuid()
  return {
    ...response,
    headers: {
      'cache-control': 'no-cache',
      'odata-version': '4.0',
      'request-id': requestId,
      'client-request-id': request.headers['client-request-id'] ?? requestId,
      ...(response.status < 300
        ? {
            'content-type':
              'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8',
          }
        : {}),
      ...response.headers,
    },
  }
}
