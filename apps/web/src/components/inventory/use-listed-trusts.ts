import { indexSlices, indexTrusts, type TrustIndex } from '@trustwright/federation'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Slices } from '../../lib/slices.ts'
import { marksQuery, type Marks } from './finding-marks.ts'
import { isOpen, type Inventory, type InventoryOf } from './inventory-query.ts'
import { trustLister, type ToList } from './list-trusts.ts'
import type { ListedTrust } from './listed-trust.ts'
import { useWorked } from './use-worked.ts'

export interface IndexedTrusts {
  readonly trusts: readonly ListedTrust[]
  /** Ready for `searchTrusts`: the places it finds are those of `trusts`. */
  readonly index: TrustIndex
}

export interface ListedTrusts extends IndexedTrusts {
  /** The two above as one object, which stays the same as long as they do. */
  readonly listed: IndexedTrusts
  readonly marks: Marks | undefined
  readonly marksError: unknown
}

interface Wanted extends ToList {
  readonly of: InventoryOf
}

interface Listed extends IndexedTrusts {
  readonly of: InventoryOf
}

const nothing: Listed = { of: 'mine', trusts: [], index: indexTrusts([]) }

/**
 * The inventory as the list and the map read it: each trust with what it opens, its last use, owners and risk. It is worked out
 * in slices, and follows pages and findings a little later.
 */
export function useListedTrusts(inventory: Inventory | undefined, of: InventoryOf = 'mine'): ListedTrusts {
  const scan = inventory?.scan
  const judged = scan !== undefined && !isOpen(scan) ? scan.number : null
  const marks = useQuery({ ...marksQuery(of, judged), enabled: inventory !== undefined })
  const data = marks.data
  const { rows, parents } = inventory ?? {}
  const given = useMemo(
    () => (rows === undefined || parents === undefined ? undefined : { of, rows, parents, marks: data }),
    [of, rows, parents, data],
  )
  const [work] = useState(indexer)
  const listed = useWorked(given, work, nothing)
  // The other inventory's trusts are none of this one.
  const own = listed.of === of ? listed : nothing
  return { index: own.index, trusts: own.trusts, listed: own, marks: data, marksError: marks.error }
}

/** Each list goes on from the one before. */
function indexer(): (given: Wanted) => Slices<Listed> {
  const list = trustLister()
  let before = nothing.index
  return function* work(given) {
    const trusts = yield* list(given, Date.now())
    const facts = trusts.map((trust) => trust.facts)
    before = yield* indexSlices(facts, before)
    return { of: given.of, trusts, index: before }
  }
}
