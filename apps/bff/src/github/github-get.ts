import { createHash } from 'node:crypto'
import { parseJson } from '../azure/azure-answer.ts'
import type { GithubAsk } from '../github-port.ts'
import type { Clock } from '../ports.ts'
import { AnswerCache, type KnownAnswer } from './answer-cache.ts'
import {
  GithubLedAway,
  GithubPaused,
  GithubRefusal,
  GithubUnreadable,
  type GithubAnswer,
} from './github-failures.ts'
import type { GithubPolicy } from './github-policy.ts'
import { limitedUntil } from './rate-limit.ts'
import { sendToGithub } from './send-to-github.ts'

const freshMs = 300_000
/** While GitHub takes no requests an answer of the last hour is better than none. */
const usableMs = 3_600_000
const mostPauses = 1_000
const redirects = new Set([301, 302, 307, 308])

export interface GithubGetOptions {
  /** `https://api.github.com`, or `https://github.contoso.com/api/v3`. */
  readonly apiUrl: string
  readonly clock: Clock
  readonly policy: GithubPolicy
}

/** Reads one address below the interface, such as `/repos/contoso/pay-api`. Throws the errors of github-failures.ts. */
export type GithubGet = (ask: GithubAsk, path: string) => Promise<KnownAnswer>

/**
 * Answers are known for five minutes and confirmed by their ETag after that, which costs a signed-in person nothing; while
 * GitHub limits the portal they serve for an hour. They are kept by token, so that nobody sees what another person may see.
 */
export function createGithubGet({ apiUrl: given, clock, policy }: GithubGetOptions): GithubGet {
  const apiUrl = new URL(given).href.replace(/\/$/, '')
  const cache = new AnswerCache({ answers: 500, characters: 16 * 1024 * 1024 })
  const pauses = new Map<string, number>()

  function remember(key: string, until: number): void {
    if (pauses.size >= mostPauses) pauses.clear()
    pauses.set(key, until)
  }

  async function ask(address: string, token: string | null, etag: string | null): Promise<GithubAnswer> {
    return await policy.read(async (signal) => {
      const answer = await sendToGithub(address, { method: 'GET', signal, headers: headersOf(token, etag) })
      if (answer.status >= 400) throw new GithubRefusal(answer)
      return answer
    })
  }

  return async ({ token, refresh }, path) => {
    const person = token === null ? '' : createHash('sha256').update(token).digest('base64url')
    const key = `${person} ${path}`
    const known = cache.get(key)
    const now = clock.now()
    if (known !== undefined && !refresh && now < known.at + freshMs) return known
    const lastKnown = known !== undefined && !refresh && now < known.at + usableMs ? known : null
    const until = pauses.get(person) ?? 0
    if (until > now) return orPaused(lastKnown, until)
    pauses.delete(person)
    try {
      const first = await ask(addressOf(apiUrl, path), token, known?.etag ?? null)
      const answer = redirects.has(first.status) ? await ask(targetOf(apiUrl, first), token, null) : first
      const next = answer.status === 304 && known !== undefined ? { ...known, at: now } : read(answer, now)
      cache.put(key, next)
      return next
    } catch (error) {
      const pause = error instanceof GithubRefusal ? limitedUntil(error.answer, now) : null
      if (pause === null) {
        cache.delete(key)
        throw error
      }
      remember(person, pause)
      return orPaused(lastKnown, pause)
    }
  }
}

function orPaused(known: KnownAnswer | null, until: number): KnownAnswer {
  if (known !== null) return known
  throw new GithubPaused(until)
}

/** Throws GithubUnreadable where URL parsers would read another path, as with `..` in it. */
function addressOf(apiUrl: string, path: string): string {
  const url = new URL(apiUrl + path)
  if (url.href !== apiUrl + path) throw new GithubUnreadable('the path does not stay as it was written')
  return url.href
}

function targetOf(apiUrl: string, { header }: GithubAnswer): string {
  const location = header('location') ?? ''
  if (!URL.canParse(location, `${apiUrl}/`)) throw new GithubLedAway('a redirect without an address')
  const target = new URL(location, `${apiUrl}/`)
  const base = new URL(`${apiUrl}/`)
  const isBelow = target.origin === base.origin && target.pathname.startsWith(base.pathname)
  if (!isBelow || target.username !== '' || target.password !== '') {
    throw new GithubLedAway('a redirect to another place than the REST interface')
  }
  return target.href
}

function headersOf(token: string | null, etag: string | null): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(token !== null && { authorization: `Bearer ${token}` }),
    ...(etag !== null && { 'if-none-match': etag }),
  }
}

function read(answer: GithubAnswer, now: number): KnownAnswer {
  if (redirects.has(answer.status)) throw new GithubLedAway('a second redirect')
  const body = parseJson(answer.text)
  if (answer.status !== 200 || typeof body !== 'object' || body === null) {
    throw new GithubUnreadable(`GitHub answered ${answer.status} without readable JSON`)
  }
  return {
    body,
    size: answer.text.length,
    etag: answer.header('etag'),
    hasMore: /;\s*rel="next"/.test(answer.header('link') ?? ''),
    at: now,
  }
}
