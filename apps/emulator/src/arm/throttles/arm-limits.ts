import type { Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { armState } from '../core/arm-state.ts'
import { refuse } from '../core/refusal.ts'
import { throttleFaults } from './throttle-faults.ts'
import { takeFromAll, type Limit, type Taken } from './token-bucket.ts'

/**
 * Bucket size and refill per second of one caller in one subscription, or in the tenant.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
const limits = {
  reads: { size: 250, refill: 25 },
  writes: { size: 200, refill: 10 },
  deletes: { size: 200, refill: 10 },
} as const satisfies Record<string, Limit>

type Kind = keyof typeof limits

/** All callers of a subscription together have this many times what one has. */
const callersTogether = 15

const kindNames: Record<Kind, string> = { reads: 'read', writes: 'write', deletes: 'delete' }

/** The remaining-headers of an answer, and the 429 when nothing was left. */
export interface SpentRequest {
  headers: Record<string, string>
  refusal: EmulatorResponse | undefined
}

/**
 * Counts one request of a caller against the limits of the resource manager. At a `throttleScale` of 0 the headers are
 * those of Azure's own limits, and nothing is refused.
 */
export function spendRequest(request: EmulatorRequest, world: World, caller: Caller): SpentRequest {
  const kind = kindOf(request)
  const subscriptionId = /^\/+subscriptions\/([^/]+)/i.exec(request.path)?.[1]?.toLowerCase()
  const scope = subscriptionId === undefined ? 'tenant' : 'subscription'
  const scale = world.reality.throttleScale
  const own = scaled(limits[kind], scale)
  const together = { size: own.size * callersTogether, refill: own.refill * callersTogether }
  const place = `${scope} ${subscriptionId ?? caller.tenantId} ${kind}`
  const wanted = [{ key: `${place} ${caller.objectId}`, limit: own }]
  if (subscriptionId !== undefined) wanted.push({ key: `${place} everybody`, limit: together })
  const taken = takeFromAll(armState(world).buckets, wanted, world.clock.now())
  const headers = {
    [`x-ms-ratelimit-remaining-${scope}-${kind}`]: String(taken.levels[0] ?? 0),
    ...(subscriptionId === undefined
      ? {}
      : { [`x-ms-ratelimit-remaining-subscription-global-${kind}`]: String(taken.levels[1] ?? 0) }),
  }
  const refusal = scale === 0 ? undefined : refusalOf(taken, kindNames[kind], subscriptionId, caller)
  return { headers, refusal }
}

function refusalOf(
  taken: Taken,
  kind: string,
  subscriptionId: string | undefined,
  caller: Caller,
): EmulatorResponse | undefined {
  const { waitSeconds: seconds, levels } = taken
  if (seconds === undefined) return undefined
  const headers = { 'retry-after': String(seconds) }
  const { objectId: actor, tenantId } = caller
  const isOwn = (levels[0] ?? 0) < 1
  const fault =
    subscriptionId === undefined
      ? throttleFaults.tenant(kind, tenantId, actor, seconds)
      : isOwn
        ? throttleFaults.subscription(kind, subscriptionId, actor, seconds)
        : throttleFaults.wholeSubscription(kind, subscriptionId, seconds)
  return refuse(fault, { headers }).response
}

/** POST counts as a write, except where it only reads. */
function kindOf({ method, path }: EmulatorRequest): Kind {
  if (method === 'GET' || method === 'HEAD') return 'reads'
  if (/\/providers\/Microsoft\.ResourceGraph\//i.test(path)) return 'reads'
  return method === 'DELETE' ? 'deletes' : 'writes'
}

function scaled(limit: Limit, scale: number): Limit {
  return scale === 0 ? limit : { size: Math.max(1, limit.size * scale), refill: limit.refill * scale }
}
