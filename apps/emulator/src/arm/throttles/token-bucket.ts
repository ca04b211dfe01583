/** How many requests a bucket holds, and how many come back each second. */
export interface Limit {
  size: number
  refill: number
}

export interface Bucket {
  level: number
  at: number
  /** Until then every request is refused, whatever came back meanwhile. */
  closedUntil: number
}

export type Buckets = Map<string, Bucket>

interface Draft {
  key: string
  bucket: Bucket
  refill: number
}

/** What came of a request: either `levels` (what is left, in the order asked) or the seconds to wait. */
export type Taken = { levels: number[]; waitSeconds?: undefined } | { levels: number[]; waitSeconds: number }

/** More buckets than this: the oldest are forgotten, which at worst fills them. */
const mostBuckets = 50_000
const longestWaitMs = 3_600_000

/**
 * Takes one token out of each bucket, or out of none when one of them is empty. A refused caller that comes back
 * before the time named is refused again and told a new one.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/management/request-limits-and-throttling
 */
export function takeFromAll(
  buckets: Buckets,
  wanted: readonly { key: string; limit: Limit }[],
  now: number,
): Taken {
  const drafts = wanted.map(({ key, limit }): Draft => ({
    key,
    bucket: refilled(buckets.get(key), limit, now),
    refill: limit.refill,
  }))
  const waits = drafts.map(({ bucket, refill }) => waitSeconds(bucket, refill, now))
  const longest = Math.max(0, ...waits)
  drafts.forEach(({ key, bucket }, index) => {
    const wait = waits[index] ?? 0
    const closedUntil = wait > 0 ? now + wait * 1000 : bucket.closedUntil
    const level = longest > 0 ? bucket.level : bucket.level - 1
    keep(buckets, key, { level, at: now, closedUntil })
  })
  const levels = drafts.map(({ bucket }) => Math.max(0, Math.floor(bucket.level - (longest > 0 ? 0 : 1))))
  return longest > 0 ? { levels, waitSeconds: longest } : { levels }
}

function refilled(before: Bucket | undefined, limit: Limit, now: number): Bucket {
  if (!before) return { level: limit.size, at: now, closedUntil: 0 }
  const passed = Math.max(0, now - before.at) / 1000
  const level = Math.min(limit.size, before.level + passed * limit.refill)
  const isFarAway = before.closedUntil - now > longestWaitMs
  return { level, at: now, closedUntil: isFarAway ? 0 : before.closedUntil }
}

function waitSeconds(bucket: Bucket, refill: number, now: number): number {
  if (now < bucket.closedUntil) return Math.max(1, Math.ceil((bucket.closedUntil - now) / 1000))
  return bucket.level >= 1 ? 0 : Math.max(1, Math.ceil((1 - bucket.level) / refill))
}

function keep(buckets: Buckets, key: string, bucket: Bucket): void {
  buckets.delete(key)
  buckets.set(key, bucket)
  if (buckets.size <= mostBuckets) return
  const oldest = buckets.keys().next()
  if (!oldest.done) buckets.delete(oldest.value)
}
