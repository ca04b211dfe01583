import {
  parseTrustQuery,
  searchTrusts,
  type ParsedQuery,
  type TrustIndex,
  type TrustSearch,
} from '@trustwright/federation'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useDeferredValue, useMemo } from 'react'
import type { ListedTrust } from '../../components/inventory/listed-trust.ts'
import type { IndexedTrusts } from '../../components/inventory/use-listed-trusts.ts'
import { notify } from '../../components/toaster.tsx'
import { useNow } from '../../components/use-now.ts'
import { useSearchText } from '../../components/use-search-text.ts'
import type { TrustsSearch } from '../../search.ts'
import { readColumns, writeColumns, type ColumnId } from './list-columns.ts'
import {
  mostPicked,
  nothingSelected,
  readSelection,
  selectedOf,
  toggleKey,
  writeSelection,
  type Selection,
} from './selection.ts'
import { nextSort, readSort, writeSort, type Sort, type SortColumn } from './sort-trusts.ts'
import { useOrdered } from './use-ordered.ts'

const route = getRouteApi('/trusts')

/** Writing every letter to the address would draw the whole page for each. */
const addressPauseMs = 120

/** What the rows and their heads are drawn from: it stays the same object while somebody types. */
export interface ListRows {
  readonly shown: readonly ListedTrust[]
  readonly sort: Sort
  /** The other direction of the same column, or another one upwards. */
  readonly sortBy: (column: SortColumn) => void
  readonly columns: readonly ColumnId[]
  readonly selection: Selection
  readonly selected: readonly ListedTrust[]
  readonly toggle: (key: string) => void
  readonly toggleAll: () => void
}

export interface TrustList extends ListRows {
  /** The query, as it is typed. */
  readonly text: string
  readonly setText: (text: string) => void
  readonly parsed: ParsedQuery
  readonly facets: TrustSearch['facets']
  readonly index: TrustIndex
  /** How many there are without a filter. */
  readonly all: number
  readonly setSort: (sort: Sort) => void
  readonly setColumns: (columns: readonly ColumnId[]) => void
  readonly clearSelection: () => void
  readonly rows: ListRows
  /** The list is still catching up with what was typed, or with another order. */
  readonly isBehind: boolean
}

/** Query, sort, columns and selection: kept in the address, worked out over the trusts. */
export function useTrustList(listed: IndexedTrusts): TrustList {
  const search = route.useSearch()
  const write = useAddress()
  const { setText, text } = useSearchText(
    search.q ?? '',
    (q) => write({ q: q === '' ? undefined : q }),
    addressPauseMs,
  )
  const deferred = useDeferredValue(text)
  const parsed = useMemo(() => parseTrustQuery(text), [text])
  const sort = useMemo(() => readSort(search.sort), [search.sort])
  const columns = useMemo(() => readColumns(search.cols), [search.cols])
  const selection = useMemo(() => readSelection(search.sel), [search.sel])
  const ordered = useOrdered(listed, sort)
  const found = useFound(ordered.index, deferred)
  const shown = useMemo(() => shownOf(ordered.trusts, ordered.order, found.found), [ordered, found])
  const selected = useMemo(() => selectedOf(shown, selection), [shown, selection])
  const toggle = useCallback(
    (key: string) => {
      const next = toggleKey(selection, key)
      if (next !== null) write({ sel: writeSelection(next) })
      else notify(tooManyPicked)
    },
    [selection, write],
  )
  const areAllSelected = selected.length === shown.length
  const toggleAll = useCallback(
    () => write({ sel: writeSelection(areAllSelected ? nothingSelected : { all: true, keys: new Set() }) }),
    [areAllSelected, write],
  )
  const sortBy = useCallback(
    (column: SortColumn) => write({ sort: writeSort(nextSort(sort, column)) }),
    [sort, write],
  )
  const rows = useMemo(
    () => ({ shown, sort, sortBy, columns, selection, selected, toggle, toggleAll }),
    [shown, sort, sortBy, columns, selection, selected, toggle, toggleAll],
  )
  return {
    ...rows,
    rows,
    text,
    setText,
    parsed,
    facets: found.facets,
    index: ordered.index,
    all: ordered.trusts.length,
    setSort: (next) => write({ sort: writeSort(next) }),
    setColumns: (next) => write({ cols: writeColumns(next) }),
    clearSelection: () => write({ sel: undefined }),
    isBehind: deferred !== text || ordered.of !== listed || ordered.sort !== sort,
  }
}

const tooManyPicked = {
  intent: 'information',
  title: `At most ${mostPicked} trusts can be picked one by one`,
  text: 'Filter the list, then select all that is shown.',
} as const

function useAddress() {
  const navigate = route.useNavigate()
  return useCallback(
    (change: Partial<Record<keyof TrustsSearch, string | undefined>>) =>
      void navigate({
        // The names are those of the route's own search.
        search: (before) => ({ ...before, ...change }) as TrustsSearch,
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
}

function useFound(index: TrustIndex, text: string): TrustSearch {
  const now = useNow(5 * 60_000)
  return useMemo(
    () => searchTrusts(index, parseTrustQuery(text).query, new Date(now).toISOString()),
    [index, text, now],
  )
}

/** Those that fit, in their order. */
function shownOf(
  trusts: readonly ListedTrust[],
  order: Uint32Array,
  found: readonly number[],
): readonly ListedTrust[] {
  const fits = new Uint8Array(trusts.length)
  for (const at of found) fits[at] = 1
  const shown: ListedTrust[] = []
  for (const at of order) {
    const trust = trusts[at]
    if (trust !== undefined && fits[at] === 1) shown.push(trust)
  }
  return shown
}
