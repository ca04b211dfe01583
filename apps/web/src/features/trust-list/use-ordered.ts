import { indexTrusts } from '@trustwright/federation'
import { useMemo } from 'react'
import type { IndexedTrusts } from '../../components/inventory/use-listed-trusts.ts'
import { useWorked } from '../../components/inventory/use-worked.ts'
import type { Slices } from '../../lib/slices.ts'
import { defaultSort, orderOf, type Sort } from './sort-trusts.ts'

interface Wanted {
  readonly of: IndexedTrusts
  readonly sort: Sort
}

/** Trusts with an order of their own: while another is worked out, the one before stays, and fits its trusts. */
export interface OrderedTrusts extends IndexedTrusts, Wanted {
  /** Places in `trusts`. */
  readonly order: Uint32Array
}

const nothing: OrderedTrusts = {
  of: { trusts: [], index: indexTrusts([]) },
  sort: defaultSort,
  trusts: [],
  index: indexTrusts([]),
  order: new Uint32Array(),
}

export function useOrdered(of: IndexedTrusts, sort: Sort): OrderedTrusts {
  const wanted = useMemo(() => ({ of, sort }), [of, sort])
  const ordered = useWorked(wanted, order, nothing)
  // None of another inventory's, nor of what is gone.
  return of.trusts.length === 0 ? nothing : ordered
}

function* order({ of, sort }: Wanted): Slices<OrderedTrusts> {
  const { index, trusts } = of
  return { of, sort, trusts, index, order: yield* orderOf(trusts, sort) }
}
