import { PortalError } from '../errors.ts'
import type { SharedLock } from './advisory-lock.ts'
import { resourceKey } from './resource-ids.ts'

/** Writes on one resource run one after the other; writes on different ones side by side. */
export interface WriteQueue {
  /** Throws CONCURRENT_WRITE when the turn does not come in time. */
  run<T>(resourceId: string, write: () => Promise<T>): Promise<T>
}

/**
 * In turn inside this process first, then across replicas by the shared lock.
 * Azure refuses concurrent writes of credentials on one identity:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations#concurrent-updates-arent-supported-user-assigned-managed-identities
 */
export function createWriteQueue(lock: SharedLock, waitMs: number): WriteQueue {
  const tails = new Map<string, Promise<void>>()
  return {
    async run(resourceId, write) {
      const key = resourceKey(resourceId)
      const before = tails.get(key) ?? Promise.resolve()
      const turn = Promise.withResolvers<void>()
      const tail = before.then(() => turn.promise)
      tails.set(key, tail)
      void tail.then(() => tails.get(key) === tail && tails.delete(key))
      try {
        await within(waitMs, before)
        return await lock.hold(key, write)
      } finally {
        turn.resolve()
      }
    },
  }
}

async function within(waitMs: number, turn: Promise<void>): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new PortalError('CONCURRENT_WRITE')), waitMs)
  try {
    await Promise.race([turn, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
