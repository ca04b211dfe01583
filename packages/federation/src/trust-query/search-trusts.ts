import { type FacetCount, type FacetKey, facetKeys, facetsOf } from './facets.ts'
import type { TrustQuery } from './query.ts'
import { type RowTest, testsOf } from './row-tests.ts'
import type { TrustFacts } from './trust-facts.ts'
import { indexTrusts, type TrustIndex } from './trust-index.ts'

export interface TrustSearch {
  /** Places of the rows that fit, in the order of the rows. */
  readonly found: readonly number[]
  /** How many rows each value would show beside everything that is asked of other facets. Most first, but for risk and use. */
  readonly facets: Readonly<Record<FacetKey, readonly FacetCount[]>>
}

const several = 255

/** Searches and counts. `now` is ISO 8601; one that is no time finds nothing by use. */
export function searchTrusts(index: TrustIndex, query: TrustQuery, now: string): TrustSearch {
  const moment = Date.parse(now)
  const tests = testsOf(index, query, moment)
  const failed = failures(tests.tests, index.rows.length)
  const found: number[] = []
  for (let row = 0; row < failed.length; row += 1) if (failed[row] === 0) found.push(row)
  return { found, facets: facetsOf(index, failed, tests, moment) }
}

/** Whether one row fits. */
export function matchesTrust(row: TrustFacts, query: TrustQuery, now: string): boolean {
  return testsOf(indexTrusts([row]), query, Date.parse(now)).tests.every(({ holds }) => holds(0))
}

/** For each row 0: all hold; 1 and more: only that facet's own terms fail, so that it still counts the row; 255: it counts nowhere. */
function failures(tests: readonly RowTest[], rows: number): Uint8Array {
  const failed = new Uint8Array(rows)
  for (const { key, holds } of tests) {
    const mark = isFacet(key) ? facetKeys.indexOf(key) + 1 : several
    for (let row = 0; row < rows; row += 1) {
      if (failed[row] === several || holds(row)) continue
      failed[row] = failed[row] === 0 ? mark : several
    }
  }
  return failed
}

function isFacet(key: RowTest['key']): key is FacetKey {
  // The list is of literals, which `includes` would ask for.
  return key !== null && (facetKeys as readonly string[]).includes(key)
}
