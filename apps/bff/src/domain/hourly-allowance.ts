import type { Clock } from '../ports.ts'

const hourMs = 3_600_000

/** So many calls within any hour. Returns whether one more fits, and counts it then. */
export function createHourlyAllowance(clock: Clock, most: number): () => boolean {
  let times: number[] = []
  return () => {
    const since = clock.now() - hourMs
    times = times.filter((at) => at > since)
    if (times.length >= most) return false
    times.push(clock.now())
    return true
  }
}
