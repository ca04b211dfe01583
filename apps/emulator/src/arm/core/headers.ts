import type { Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { armState } from './arm-state.ts'

/**
 * Bucket size and refill per second of one caller in one subscription (or the tenant).
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const limits = {
  reads: { size: 250, refill: 25 },
  writes: { size: 200, refill: 10 },
  deletes: { size: 200, refill: 10 },
} as const

/**
 * Adds ARM's correlation ids and what is left of the caller's rate limit, which is shown, not enforced.
 * `x-ms-request-id` comes with every answer of the emulator.
 */
export function withArmHeaders(
  response: EmulatorResponse,
  request: EmulatorRequest,
  world: World,
  caller: Caller | undefined,
): EmulatorResponse {
  const correlationId = request.headers['x-ms-correlation-request-id'] ?? world.newGuid()
  const now = new Date(world.clock.now()).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return {
    ...response,
    headers: {
      'cache-control': 'no-cache',
      pragma: 'no-cache',
      expires: '-1',
      'x-ms-correlation-request-id': correlationId,
      'x-ms-routing-request-id': `WESTEUROPE:${now}:${correlationId}`,
      ...(caller ? remaining(request, world, caller) : {}),
      ...response.headers,
    },
  }
}

function remaining(request: EmulatorRequest, world: World, caller: Caller): Record<string, string> {
  const kind = kindOf(request.method)
  const subscriptionId = /^\/subscriptions\/([^/]+)/i.exec(request.path)?.[1]?.toLowerCase()
  const scope = subscriptionId === undefined ? 'tenant' : 'subscription'
  const level = take(world, `${scope} ${subscriptionId ?? ''} ${caller.objectId} ${kind}`, limits[kind])
  return { [`x-ms-ratelimit-remaining-${scope}-${kind}`]: String(level) }
}

function kindOf(method: string): keyof typeof limits {
  if (method === 'GET' || method === 'HEAD') return 'reads'
  return method === 'DELETE' ? 'deletes' : 'writes'
}

function take(world: World, key: string, limit: { size: number; refill: number }): number {
  const { buckets } = armState(world)
  const now = world.clock.now()
  const before = buckets.get(key) ?? { level: limit.size, at: now }
  const refilled = before.level + ((now - before.at) / 1000) * limit.refill
  const level = Math.max(0, Math.min(limit.size, refilled) - 1)
  buckets.set(key, { level, at: now })
  return Math.floor(level)
}
