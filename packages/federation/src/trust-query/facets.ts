import { findingSeverities } from '../findings/finding.ts'
import { roleKinds } from './access-tests.ts'
import { type Column, none, unknown } from './column.ts'
import type { QueryValue } from './query.ts'
import type { QueryTests } from './row-tests.ts'
import type { ColumnKey } from './row-values.ts'
import type { OpenedRole } from './trust-facts.ts'
import type { TrustIndex } from './trust-index.ts'
import { marksOf } from './value-tests.ts'

/** Facets; each is a key of the query. */
export const facetKeys = [
  'platform',
  'issuer',
  'audience',
  'kind',
  'subscription',
  'location',
  'env',
  'role',
  'grant',
  'used',
  'risk',
  'owner',
] as const
export type FacetKey = (typeof facetKeys)[number]

export interface FacetCount {
  /** As a term of the query writes it. */
  readonly value: QueryValue
  readonly count: number
}

type Facets = Readonly<Record<FacetKey, readonly FacetCount[]>>

/** The values that a facet shows: an issuer by its host, a subscription by its name. */
function columnOf({ columns }: TrustIndex, key: FacetKey): Column {
  return columns[(key === 'issuer' ? 'host' : key) satisfies ColumnKey]
}

/** `failed`: which facet's own terms alone fail for a row, counted from 1; 0 for none. `now` is in milliseconds. */
export function facetsOf(index: TrustIndex, failed: Uint8Array, tests: QueryTests, now: number): Facets {
  const count = (key: FacetKey) => {
    const own = facetKeys.indexOf(key) + 1
    return key === 'role' && tests.inPlace !== null
      ? countInPlace(index, failed, own, tests)
      : countAll(columnOf(index, key), failed, own, key === 'role' ? tests.placeHolds : null)
  }
  const byName = (key: FacetKey) => mostFirst(columnOf(index, key), count(key))
  return {
    platform: byName('platform'),
    issuer: byName('issuer'),
    audience: byName('audience'),
    kind: plain(byName('kind')),
    subscription: byName('subscription'),
    location: byName('location'),
    env: byName('env'),
    role: [...ofKinds(index, failed, tests), ...byName('role')],
    grant: byName('grant'),
    used: ofUse(columnOf(index, 'used'), count('used'), now),
    risk: inOrder(plain(byName('risk')), [...findingSeverities, 'none', 'unknown']),
    owner: byName('owner'),
  }
}

/** Rows with each value, by the number of the value. */
function countAll(
  { names, ofRow, sets }: Column,
  failed: Uint8Array,
  own: number,
  holds: ((row: number) => boolean) | null,
): Uint32Array {
  const ofSet = new Uint32Array(sets.length)
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0 && (failed[row] !== own || holds?.(row) === false)) continue
    const set = ofRow[row] ?? 0
    ofSet[set] = (ofSet[set] ?? 0) + 1
  }
  const counts = new Uint32Array(names.length)
  ofSet.forEach((rows, set) => {
    if (rows > 0) for (const value of sets[set] ?? []) counts[value] = (counts[value] ?? 0) + rows
  })
  return counts
}

/** Of the roles those alone that are held where the query asks. */
function countInPlace(
  index: TrustIndex,
  failed: Uint8Array,
  own: number,
  { inPlace, placeHolds }: QueryTests,
): Uint32Array {
  const { lowers, ofRow, sets } = index.columns.role
  const counts = new Uint32Array(lowers.length)
  const known = new Map<readonly OpenedRole[] | null, readonly number[]>()
  const valuesOf = (roles: readonly OpenedRole[] | null, set: number) => {
    const before = known.get(roles)
    if (before !== undefined) return before
    const there = new Set(
      (roles ?? []).flatMap((role) => (inPlace?.(role) === true ? (role.name?.toLowerCase() ?? []) : [])),
    )
    const found = (sets[set] ?? []).filter((value) => value <= unknown || there.has(lowers[value] ?? ''))
    known.set(roles, found)
    return found
  }
  for (let row = 0; row < failed.length; row += 1) {
    if (failed[row] !== 0 && (failed[row] !== own || !placeHolds(row))) continue
    for (const value of valuesOf(index.rows[row]?.roles ?? null, ofRow[row] ?? 0))
      counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}

/** Rows with a role that does this, where the query asks; kinds that nobody holds are left out. */
function ofKinds(
  { rows }: TrustIndex,
  failed: Uint8Array,
  { inPlace, placeHolds }: QueryTests,
): readonly FacetCount[] {
  const own = facetKeys.indexOf('role') + 1
  return roleKinds.flatMap(({ has, word }) => {
    const known = new Map<readonly OpenedRole[] | null, boolean>()
    const holds = (roles: readonly OpenedRole[] | null) => {
      const before = known.get(roles)
      if (before !== undefined) return before
      const found = (roles ?? []).some((role) => has(role) && inPlace?.(role) !== false)
      known.set(roles, found)
      return found
    }
    let count = 0
    for (let row = 0; row < failed.length; row += 1) {
      if (failed[row] !== 0 && (failed[row] !== own || !placeHolds(row))) continue
      if (holds(rows[row]?.roles ?? null)) count += 1
    }
    return count === 0 ? [] : [{ value: { text: word, exact: false }, count }]
  })
}

function mostFirst({ names }: Column, counts: Uint32Array): readonly FacetCount[] {
  const shown: FacetCount[] = []
  counts.forEach((count, id) => {
    if (count > 0)
      shown.push({ value: { text: names[id] ?? '', exact: id !== none && id !== unknown }, count })
  })
  return shown.toSorted((a, b) => b.count - a.count || (a.value.text < b.value.text ? -1 : 1))
}

/** Closed lists of words, which need no quotes. */
function plain(counts: readonly FacetCount[]): readonly FacetCount[] {
  return counts.map(({ value, count }) => ({ value: { ...value, exact: false }, count }))
}

function inOrder(counts: readonly FacetCount[], order: readonly string[]): readonly FacetCount[] {
  return counts.toSorted((a, b) => order.indexOf(a.value.text) - order.indexOf(b.value.text))
}

function ofUse(column: Column, counts: Uint32Array, now: number): readonly FacetCount[] {
  return ['<30d', '>90d', 'never', 'unknown'].flatMap((text) => {
    const value = { text, exact: false }
    const marks = marksOf(column, { key: 'used', values: [value] }, now)
    const count = counts.reduce((sum, of, id) => (marks[id] === 1 ? sum + of : sum), 0)
    return count === 0 ? [] : [{ value, count }]
  })
}
