import { randomUUID } from 'node:crypto'
import type { EmulatorRequest } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { crossOriginHeaders } from './cross-origin-headers.ts'

const jsonType =
  'application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;charset=utf-8'

const serverInfo = JSON.stringify({
  ServerInfo: { DataCenter: 'Local', Slice: 'E', Ring: '5', ScaleUnit: '000', RoleInstance: 'EMULATOR' },
})

/**
 * Headers of every answer of Graph. Error bodies name a request id already: theirs replaces this one.
 * https://learn.microsoft.com/graph/best-practices-concept#reliability-and-support
 */
export function answerHeaders(
  request: EmulatorRequest,
  world: World,
  status = 401,
): Record<string, string | string[]> {
  const requestId = randomUUID()
  return {
    'cache-control': 'no-cache',
    'odata-version': '4.0',
    'request-id': requestId,
    'client-request-id': request.headers['client-request-id'] ?? requestId,
    'x-ms-ags-diagnostic': serverInfo,
    ...crossOriginHeaders,
    date: new Date(world.clock.now()).toUTCString(),
    ...(status < 300 && status !== 204 ? { 'content-type': jsonType } : {}),
  }
}
