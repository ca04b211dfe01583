import { matchesWildcard } from './wildcard.ts'
import type { CallerName } from './caller-name.ts'
import { randomNumbers } from './random-numbers.ts'

/** Which requests a fault is for; every field that is given must fit. */
export interface FaultMatch {
  /** Operation id, such as `arm/put-credential`. */
  operation?: string | undefined
  method?: string | undefined
  /** Start of the path, without regard to case. */
  pathPrefix?: string | undefined
  /** Path with `*` for any run of characters, without regard to case. */
  pathPattern?: string | undefined
  /** First part of the operation id: `arm`, `graph`, `entra`, `issuers`, `github`. */
  area?: string | undefined
  /** User principal name, object id or application id. */
  caller?: string | undefined
}

/**
 * `next`: as many requests as said, after the first `after` ones went through; then the fault is gone. `rate`: this share
 * of them, the same ones for the same seed.
 */
export type FaultMode =
  { next: number; after?: number | undefined } | { rate: number; seed?: number | undefined }

/**
 * What happens. `when`: before the operation (nothing was done) or after it (done, and the answer lost).
 * `claimsChallenge`: 401 from ARM and Graph that demands a second factor, or a token issued after this moment.
 */
export type FaultEffect =
  | { latencyMs: number }
  | { status: number; code: string; message?: string | undefined; retryAfterSeconds?: number | undefined }
  | { dropConnection: true; when?: 'before' | 'after' | undefined }
  | { truncateBody: true }
  | { claimsChallenge: true | 'newerToken' }
  | { nextLink: NextLinkFault }

/**
 * What becomes of a page's link to the next one: it leads to the same page again, is missing although more is there, or
 * carries a token that is no longer good.
 */
export const nextLinkFaults = ['repeats', 'missing', 'expired'] as const
export type NextLinkFault = (typeof nextLinkFaults)[number]

export interface FaultRule {
  match: FaultMatch
  mode: FaultMode
  effect: FaultEffect
}

export interface Fault extends FaultRule {
  id: string
  /** How many requests it has hit. */
  hits: number
}

export interface FaultSubject {
  operation: string
  method: string
  path: string
  caller: CallerName | undefined
}

export interface Faults {
  add: (rule: FaultRule) => Fault
  list: () => Fault[]
  /** False when there is none of this id. */
  remove: (id: string) => boolean
  clear: () => void
  /** Effects that hit this request, in the order the faults were made; counts them. */
  strike: (subject: FaultSubject) => FaultEffect[]
}

export function createFaults(): Faults {
  const faults = new Map<
    string,
    Fault & { fits: (subject: FaultSubject) => boolean; hitsNow: () => boolean }
  >()
  let made = 0
  return {
    add: (rule) => {
      made += 1
      const fault = { ...rule, id: String(made), hits: 0 }
      faults.set(fault.id, Object.assign(fault, { fits: matcher(rule.match), hitsNow: dice(rule.mode) }))
      return withoutCode(fault)
    },
    list: () => [...faults.values()].map(withoutCode),
    remove: (id) => faults.delete(id),
    clear: () => faults.clear(),
    strike: (subject) => {
      if (faults.size === 0) return []
      const struck = [...faults.values()].filter((fault) => fault.fits(subject) && fault.hitsNow())
      for (const fault of struck) {
        fault.hits += 1
        if ('next' in fault.mode && fault.hits >= fault.mode.next) faults.delete(fault.id)
      }
      return struck.map(({ effect }) => effect)
    },
  }
}

function withoutCode({ id, match, mode, effect, hits }: Fault): Fault {
  return { id, match, mode, effect, hits }
}

function matcher(match: FaultMatch): (subject: FaultSubject) => boolean {
  const same = (wanted: string | undefined, found: string | undefined) =>
    wanted === undefined || wanted.toLowerCase() === found?.toLowerCase()
  const prefix = match.pathPrefix?.toLowerCase() ?? ''
  const pattern = match.pathPattern?.toLowerCase() ?? '*'
  return ({ operation, method, path, caller }) =>
    same(match.operation, operation) &&
    same(match.area, operation.split('/')[0]) &&
    same(match.method, method) &&
    path.toLowerCase().startsWith(prefix) &&
    matchesWildcard(path.toLowerCase(), pattern) &&
    (match.caller === undefined || Object.values(caller ?? {}).some((name) => same(match.caller, name)))
}

function dice(mode: FaultMode): () => boolean {
  if ('next' in mode) {
    let left = mode.after ?? 0
    return () => (left -= 1) < 0
  }
  const draw = randomNumbers(mode.seed ?? 1)
  return () => draw() < mode.rate
}
