import { createTokenBucket, type TokenBucket } from './token-bucket.ts'
import type { Timer } from './timer.ts'
import type { Clock } from '../ports.ts'

/**
 * Writes per second on managed identities. Azure's limits: 0.25 an identity, 2 a subscription, 10 a tenant.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#throttling-errors
 */
export interface SetUpPace {
  readonly writesPerSecondPerIdentity: number
  readonly writesPerSecondPerSubscription: number
  readonly writesPerSecondPerTenant: number
  /** Lists of trusts; Azure's limit is 5. */
  readonly listsPerSecondPerSubscription: number
}

/** Keeps all runs of this process within the limits. */
export interface WritePace {
  /** Resolves when a write on this parent may go. Throws when the signal aborts. */
  turn(parentKey: string, signal: AbortSignal): Promise<void>
  /** The same for a list of what is stored on it. */
  listTurn(parentKey: string, signal: AbortSignal): Promise<void>
  /** Azure throttled this parent: the write of the last turn was not made, and may go then, in milliseconds since 1970. */
  refused(parentKey: string, until: number): void
}

/** How many writes an identity takes at once is not published: its creation and the first trust go together. */
const identityBurst = 2
/** Of one application: far below Graph's 3,000 in 150 seconds. https://learn.microsoft.com/graph/throttling-limits */
const applicationWritesPerSecond = 2
/** Buckets that were not used for this long are full again, so they can be forgotten. */
const forgottenMs = 60_000
const mostBuckets = 5000

export function createWritePace(pace: SetUpPace, clock: Clock, timer: Timer): WritePace {
  const buckets = new Map<string, { bucket: TokenBucket; usedAt: number }>()
  const bucketOf = (key: string, perSecond: number, burst?: number): TokenBucket => {
    const known = buckets.get(key)?.bucket
    const bucket = known ?? createTokenBucket(perSecond, clock, timer, burst)
    if (known === undefined && buckets.size >= mostBuckets) forgetOld(buckets, clock.now() - forgottenMs)
    buckets.set(key, { bucket, usedAt: clock.now() })
    return bucket
  }
  return {
    async turn(parentKey, signal) {
      const subscription = subscriptionIn(parentKey)
      if (subscription === null) {
        await bucketOf(parentKey, applicationWritesPerSecond).turn(signal)
        return
      }
      await bucketOf(parentKey, pace.writesPerSecondPerIdentity, identityBurst).turn(signal)
      await bucketOf(subscription, pace.writesPerSecondPerSubscription).turn(signal)
      await bucketOf('tenant', pace.writesPerSecondPerTenant).turn(signal)
    },
    refused(parentKey, until) {
      buckets.get(parentKey)?.bucket.refused(until)
    },
    async listTurn(parentKey, signal) {
      const subscription = subscriptionIn(parentKey)
      if (subscription === null) return
      await bucketOf(`lists ${subscription}`, pace.listsPerSecondPerSubscription).turn(signal)
    },
  }
}

/** Null for an application. */
export function subscriptionIn(parentKey: string): string | null {
  return /^\/subscriptions\/[^/]+/.exec(parentKey)?.[0] ?? null
}

function forgetOld(buckets: Map<string, { usedAt: number }>, before: number): void {
  for (const [key, { usedAt }] of buckets) if (usedAt < before) buckets.delete(key)
}
