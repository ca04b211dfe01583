import type { EmulatorRequest } from '../../kernel/operation.ts'
import { queryValue } from './api-versions.ts'
import { faults } from './faults.ts'
import { refuse } from './refusal.ts'

/** Items on a page when `$top` is not given. Not documented for these lists. */
const defaultPageSize = 100

/** One page of an ARM list. */
export interface Page {
  value: Record<string, unknown>[]
  /** Absolute, and repeats the api-version; absent on the last page. */
  nextLink?: string
}

interface Entry<T> {
  key: string
  item: T
}

/**
 * Cuts one page by `$top` and `$skiptoken`. The token names the last item of the page before, so that what is
 * created or deleted meanwhile neither repeats nor hides another item. Items are sorted by key.
 */
export function pageOf<T>(
  request: EmulatorRequest,
  items: readonly T[],
  keyOf: (item: T) => string,
  shape: (item: T) => Record<string, unknown>,
): Page {
  const size = topOf(request.query) ?? defaultPageSize
  const found = firstAfter(items, keyOf, skipTokenOf(request.query), size + 1)
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    value: page.map(({ item }) => shape(item)),
    ...(last && found.length > size ? { nextLink: nextLink(request, last.key) } : {}),
  }
}

/** The `count` smallest keys after `after`, in one pass: a long list is not sorted anew for each page. */
function firstAfter<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  after: string | undefined,
  count: number,
): Entry<T>[] {
  const kept: Entry<T>[] = []
  for (const item of items) {
    const key = keyOf(item)
    if (after !== undefined && key <= after) continue
    const last = kept.at(-1)
    if (kept.length === count && last && key >= last.key) continue
    kept.splice(placeOf(kept, key), 0, { key, item })
    if (kept.length > count) kept.pop()
  }
  return kept
}

function placeOf<T>(sorted: readonly Entry<T>[], key: string): number {
  let from = 0
  let to = sorted.length
  while (from < to) {
    const middle = (from + to) >> 1
    if ((sorted[middle]?.key ?? '') <= key) from = middle + 1
    else to = middle
  }
  return from
}

function topOf(query: URLSearchParams): number | undefined {
  const given = queryValue(query, '$top')
  if (given === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(given)) throw refuse(faults.invalidQuery('$top', given))
  return Number(given)
}

function skipTokenOf(query: URLSearchParams): string | undefined {
  const given = queryValue(query, '$skiptoken')
  if (given === undefined) return undefined
  const hex = /^X'((?:[0-9A-F]{2})+)'$/i.exec(given)?.[1]
  if (hex === undefined) throw refuse(faults.invalidQuery('$skiptoken', given))
  return Buffer.from(hex, 'hex').toString('utf8')
}

function nextLink(request: EmulatorRequest, lastKey: string): string {
  const kept = [...request.query].filter(([name]) => name.toLowerCase() !== '$skiptoken')
  const query = kept.map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
  query.push(`$skipToken=${encodeURIComponent(`X'${Buffer.from(lastKey).toString('hex').toUpperCase()}'`)}`)
  return `${request.origin}${request.path}?${query.join('&')}`
}
