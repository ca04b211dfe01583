import { PortalError } from '../errors.ts'
import type { Caller } from '../ports.ts'

const mostOfPerson = 6
const mostOfAll = 200

/** Event streams that are open in this process. */
export interface Streams {
  /**
   * Takes a place until the signal aborts, which is when the answer is through or its browser left. It is taken before
   * the stream begins, so that many at once do not all find room. Throws TOO_MANY_REQUESTS.
   */
  enter(caller: Caller, signal: AbortSignal): void
}

export function createStreams(): Streams {
  const open = new Map<string, number>()
  let all = 0
  const keyOf = ({ tenantId, objectId }: Caller) => `${tenantId} ${objectId}`
  return {
    enter(caller, signal) {
      if (signal.aborted) return
      const key = keyOf(caller)
      const ofPerson = open.get(key) ?? 0
      if (all >= mostOfAll || ofPerson >= mostOfPerson) {
        throw new PortalError('TOO_MANY_REQUESTS', {
          detail: 'Progress is shown live in as many places as the portal serves at once.',
          nextStep: 'Close a tab that shows progress, or reload after a while.',
          retryAfterSeconds: 10,
        })
      }
      open.set(key, ofPerson + 1)
      all += 1
      const leave = () => {
        const left = (open.get(key) ?? 1) - 1
        if (left === 0) open.delete(key)
        else open.set(key, left)
        all -= 1
      }
      signal.addEventListener('abort', leave, { once: true })
    },
  }
}
