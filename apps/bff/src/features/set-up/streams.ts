import { PortalError } from '../../errors.ts'
import type { Caller } from '../../ports.ts'

const mostOfPerson = 6
const mostOfAll = 200

/** Event streams that are open in this process. */
export interface Streams {
  /** Throws TOO_MANY_REQUESTS. */
  demandRoom(caller: Caller): void
  /** Call the result when the stream ends. */
  enter(caller: Caller): () => void
}

export function createStreams(): Streams {
  const open = new Map<string, number>()
  let all = 0
  const keyOf = ({ tenantId, objectId }: Caller) => `${tenantId} ${objectId}`
  return {
    demandRoom(caller) {
      if (all < mostOfAll && (open.get(keyOf(caller)) ?? 0) < mostOfPerson) return
      throw new PortalError('TOO_MANY_REQUESTS', {
        detail: 'Progress is shown live in as many places as the portal serves at once.',
        nextStep: 'Close a tab that shows progress, or reload after a while.',
        retryAfterSeconds: 10,
      })
    },
    enter(caller) {
      const key = keyOf(caller)
      open.set(key, (open.get(key) ?? 0) + 1)
      all += 1
      return () => {
        const left = (open.get(key) ?? 1) - 1
        if (left === 0) open.delete(key)
        else open.set(key, left)
        all -= 1
      }
    },
  }
}
