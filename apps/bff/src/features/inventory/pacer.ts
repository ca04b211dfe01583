import { PortalError } from '../../errors.ts'
import type { Clock } from '../../ports.ts'
import { createTokenBucket, type TokenBucket } from '../../domain/token-bucket.ts'
import type { Timer } from '../../domain/timer.ts'

/** Calls per second. Limits of the provider: list 15 a tenant, 5 a subscription (see `Pacer`). */
export interface Pace {
  readonly listsPerSecondPerSubscription: number
  readonly listsPerSecondPerTenant: number
}

/**
 * Keeps a pass within the limits of the managed identity provider and obeys its 429s.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#throttling-errors
 */
export interface Pacer {
  /** Runs a call when its turn comes, and again after each wait that Azure asks for. */
  run<T>(subscriptionId: string, call: () => Promise<T>): Promise<T>
  /** When Azure lets the portal go on, in milliseconds since 1970; null when it does not wait. */
  waitingUntil(): number | null
}

export interface PacerOptions {
  readonly pace: Pace
  readonly clock: Clock
  readonly timer: Timer
  readonly signal: AbortSignal
  readonly onThrottled: () => void
}

/** Azure named no time: wait this long. */
const defaultWaitSeconds = 10
/** Longer is no wait but an end: what is left of the subscription counts as unreadable, with Azure's reason. */
const longestWaitSeconds = 3600
/** A call that is refused this often is given up, so that no pass lasts for ever. */
const mostThrottles = 20

export function createPacer({ pace, clock, timer, signal, onThrottled }: PacerOptions): Pacer {
  const tenant = createTokenBucket(pace.listsPerSecondPerTenant, clock, timer)
  const subscriptions = new Map<string, TokenBucket>()
  const closed = new Map<string, PortalError>()
  const bucketOf = (subscriptionId: string): TokenBucket => {
    const known = subscriptions.get(subscriptionId)
    if (known) return known
    const bucket = createTokenBucket(pace.listsPerSecondPerSubscription, clock, timer)
    subscriptions.set(subscriptionId, bucket)
    return bucket
  }
  return {
    async run(subscriptionId, call) {
      const bucket = bucketOf(subscriptionId)
      for (let throttles = 1; ; throttles++) {
        await bucket.turn(signal)
        await tenant.turn(signal)
        const end = closed.get(subscriptionId)
        if (end) throw end
        try {
          return await call()
        } catch (error) {
          if (!(error instanceof PortalError) || error.code !== 'THROTTLED' || throttles >= mostThrottles) {
            throw error
          }
          const seconds = error.extras.retryAfterSeconds ?? defaultWaitSeconds
          if (seconds > longestWaitSeconds) {
            closed.set(subscriptionId, error)
            throw error
          }
          bucket.park(clock.now() + seconds * 1000)
          onThrottled()
        }
      }
    },
    waitingUntil() {
      const latest = Math.max(0, ...[...subscriptions.values()].map((bucket) => bucket.parkedUntil()))
      return latest > clock.now() ? latest : null
    },
  }
}
