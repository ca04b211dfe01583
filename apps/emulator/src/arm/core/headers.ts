import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'

/**
 * Adds ARM's correlation ids and what is left of the caller's rate limit. `x-ms-request-id` comes with every answer of
 * the emulator.
 */
export function withArmHeaders(
  response: EmulatorResponse,
  world: World,
  correlationId: string,
  remaining: Record<string, string> = {},
): EmulatorResponse {
  const now = new Date(world.clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return {
    ...response,
    headers: {
      'cache-control': 'no-cache',
      pragma: 'no-cache',
      expires: '-1',
      'x-ms-correlation-request-id': correlationId,
      'x-ms-routing-request-id': `WESTEUROPE:${now}:${correlationId}`,
      ...remaining,
      ...response.headers,
    },
  }
}
