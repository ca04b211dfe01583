import { PortalError } from '../../errors.ts'
import type { Clock } from '../../ports.ts'

const windowMs = 60_000

/** So many requests of everybody in a minute, in this process. The result throws TOO_MANY_REQUESTS. */
export function createGlobalLimit(most: number, clock: Clock): () => void {
  let startedAt = 0
  let count = 0
  return () => {
    const now = clock.now()
    if (now - startedAt >= windowMs) [startedAt, count] = [now, 0]
    count += 1
    if (count <= most) return
    throw new PortalError('TOO_MANY_REQUESTS', {
      detail: 'More tokens come to beacons than the portal takes.',
      retryAfterSeconds: Math.ceil((startedAt + windowMs - now) / 1000),
    })
  }
}
