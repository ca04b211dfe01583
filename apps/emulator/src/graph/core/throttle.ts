import type { World } from '../../kernel/world.ts'
import type { GraphCall } from './graph-call.ts'
import { refuse } from './refusal.ts'
import { createBucket, type Bucket } from './token-bucket.ts'

/** Which published limits a call counts against. `applications` costs one unit more than `directory` to read. */
export type Quota = 'directory' | 'applications' | 'reports' | 'none'

interface Limit {
  name: string
  /** Units of a full bucket and seconds until it is full again. */
  units: number
  seconds: number
  information: 'ResourceUnitLimitExceeded' | 'WriteLimitExceeded' | 'RequestLimitExceeded'
}

const resourceUnits = { small: 3500, medium: 5000, large: 8000 } as const

const bucketsOf = new WeakMap<World, Map<string, Bucket>>()

/**
 * Takes the call's units and gives the headers that say so. Throws 429 when a limit is used up.
 * https://learn.microsoft.com/graph/throttling-limits#identity-and-access-service-limits
 */
export function takeQuota(call: GraphCall, quota: Quota): Record<string, string> {
  const { world, caller, request } = call
  const { throttleScale } = world.reality
  const units = costOf(call, quota)
  const headers: Record<string, string> = quota === 'none' ? {} : { 'x-ms-resource-unit': String(units) }
  if (throttleScale <= 0 || quota === 'none') return headers
  for (const limit of limitsOf(call, quota)) {
    const bucket = bucketFor(world, `${limit.name}/${caller.appId}`, limit)
    const outcome = bucket.take(limit.information === 'ResourceUnitLimitExceeded' ? units : 1, throttleScale)
    const kind = request.method === 'GET' ? 'Read' : 'ReadWrite'
    if (!outcome.taken)
      throw refuse(
        tooMany(
          limit,
          outcome.waitSeconds,
          `Tenant_Application/${kind}/${caller.appId}/${world.settings.tenantId}`,
        ),
      )
    if (outcome.used > 0.8) headers['x-ms-throttle-limit-percentage'] = outcome.used.toFixed(1)
  }
  return headers
}

function costOf({ request }: GraphCall, quota: Quota): number {
  if (request.method !== 'GET') return 1
  const has = (name: string) => request.query.has(`$${name}`) || request.query.has(name)
  const top = Number(request.query.get('$top') ?? request.query.get('top') ?? 20)
  const base = quota === 'applications' ? 2 : 1
  return Math.max(1, base - (has('select') ? 1 : 0) + (has('expand') ? 1 : 0) - (top < 20 ? 1 : 0))
}

function limitsOf({ request, world }: GraphCall, quota: Quota): Limit[] {
  if (quota === 'reports') {
    return [{ name: 'reports', units: 5, seconds: 10, information: 'RequestLimitExceeded' }]
  }
  const units = resourceUnits[world.reality.graphTenantSize]
  const read: Limit = { name: 'units', units, seconds: 10, information: 'ResourceUnitLimitExceeded' }
  const write: Limit = { name: 'writes', units: 3000, seconds: 150, information: 'WriteLimitExceeded' }
  return request.method === 'GET' ? [read] : [read, write]
}

function bucketFor(world: World, key: string, { units, seconds }: Limit): Bucket {
  const buckets = bucketsOf.get(world) ?? new Map<string, Bucket>()
  bucketsOf.set(world, buckets)
  const name = `${key}/${units}`
  const bucket = buckets.get(name) ?? createBucket(units, seconds, () => world.clock.now())
  buckets.set(name, bucket)
  return bucket
}

function tooMany(limit: Limit, waitSeconds: number, scope: string) {
  return {
    status: 429,
    code: 'TooManyRequests',
    message: 'Please retry again later.',
    headers: {
      'retry-after': String(waitSeconds),
      'x-ms-throttle-scope': scope,
      'x-ms-throttle-information': limit.information,
    },
  }
}
