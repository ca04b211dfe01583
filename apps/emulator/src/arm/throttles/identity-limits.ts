import type { World } from '../../kernel/world.ts'
import { armState } from '../core/arm-state.ts'
import { refuse } from '../core/refusal.ts'
import { throttleFaults } from './throttle-faults.ts'
import { takeFromAll } from './token-bucket.ts'

export type IdentityRequest = 'create' | 'get' | 'list' | 'delete'

/**
 * Requests per second that Microsoft.ManagedIdentity takes. How long a burst it stands is not published: a bucket holds
 * what comes back in `reality.throttleBurstSeconds`.
 * Source: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
const rates: Record<IdentityRequest, { tenant: number; subscription: number; resource: number }> = {
  create: { tenant: 10, subscription: 2, resource: 0.25 },
  get: { tenant: 30, subscription: 10, resource: 0.5 },
  list: { tenant: 15, subscription: 5, resource: 0.25 },
  delete: { tenant: 10, subscription: 2, resource: 0.25 },
}

/**
 * Counts one request against the provider's limits; throws 429 when one is spent. `resourceKey` is the managed identity,
 * also for requests on its credentials; a list of identities has none.
 */
export function spendIdentityRequest(
  world: World,
  kind: IdentityRequest,
  subscriptionId: string,
  resourceKey?: string,
): void {
  const { throttleScale, throttleBurstSeconds } = world.reality
  if (throttleScale === 0) return
  const { tenant, subscription, resource } = rates[kind]
  const limitOf = (rate: number) => {
    const refill = rate * throttleScale
    return { refill, size: Math.max(1, refill * throttleBurstSeconds) }
  }
  const wanted = [
    { key: `identities ${kind} tenant`, limit: limitOf(tenant) },
    { key: `identities ${kind} ${subscriptionId.toLowerCase()}`, limit: limitOf(subscription) },
  ]
  if (resourceKey !== undefined) {
    wanted.push({ key: `identities ${kind} ${resourceKey}`, limit: limitOf(resource) })
  }
  const { waitSeconds } = takeFromAll(armState(world).buckets, wanted, world.clock.now())
  if (waitSeconds === undefined) return
  throw refuse(throttleFaults.provider(waitSeconds), { headers: { 'retry-after': String(waitSeconds) } })
}
