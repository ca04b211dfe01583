import { readRetryAfter } from '../azure/azure-answer.ts'
import type { GithubAnswer } from './github-failures.ts'

const withoutWordMs = 60_000
const longestMs = 3_600_000

/**
 * When GitHub takes requests again, in milliseconds since 1970; null where the answer is no rate limit. Both kinds are
 * told by 403 or 429: the hourly one by its headers, the secondary one by Retry-After or in words only.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function limitedUntil({ status, header, text }: GithubAnswer, now: number): number | null {
  if (status !== 403 && status !== 429) return null
  const seconds = readRetryAfter({ get: (name) => header(name) ?? undefined }, new Date(now))
  if (seconds !== null) return now + seconds * 1000
  if (header('x-ratelimit-remaining') === '0') {
    const reset = Number(header('x-ratelimit-reset')) * 1000
    return reset > now && reset < now + longestMs ? reset : now + withoutWordMs
  }
  return status === 429 || /rate limit/i.test(text) ? now + withoutWordMs : null
}
