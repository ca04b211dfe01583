import { getRouteApi, useLocation } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { notify } from '../../components/toaster.tsx'
import { parseSearch } from '../../search.ts'
import { filterRows } from './filter-rows.ts'
import type { ReviewRow } from '../../components/inventory/review-row.ts'
import {
  mostPicked,
  nothingSelected,
  readSelection,
  selectedOf,
  toggleKey,
  writeSelection,
  type Selection,
} from './selection.ts'
import { nextSort, readSort, sortValues, writeSort, type Sort, type SortColumn } from './sort-rows.ts'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The page itself wrote the address. */
    isOwnChange?: boolean
  }
}

const route = getRouteApi('/trusts')
const noRows: readonly ReviewRow[] = []

export interface Review {
  readonly text: string
  readonly setText: (text: string) => void
  readonly sort: Sort
  readonly sortBy: (column: SortColumn) => void
  readonly shown: readonly ReviewRow[]
  readonly selection: Selection
  readonly selected: readonly ReviewRow[]
  readonly toggle: (key: string) => void
  readonly toggleAll: () => void
  /** The list is still catching up with what was typed. */
  readonly isBehind: boolean
}

/** Filter, sort and selection: kept in the address, worked out over the rows. */
export function useReview(rows: readonly ReviewRow[] = noRows): Review {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  // The field follows the keys at once; the address and the list follow the field. Only an address that came from
  // elsewhere, such as a link, changes the field.
  const { href, state, searchStr } = useLocation()
  const [seen, setSeen] = useState(href)
  const [text, setText] = useState(search.q ?? '')
  if (href !== seen) {
    setSeen(href)
    if (state.isOwnChange !== true) setText(parseSearch(searchStr)['q'] ?? '')
  }
  const deferred = useDeferredValue(text)
  const sort = useMemo(() => readSort(search.sort), [search.sort])
  const selection = useMemo(() => readSelection(search.sel), [search.sel])
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort])
  const shown = useMemo(() => filterRows(sorted, deferred), [sorted, deferred])
  const selected = useMemo(() => selectedOf(shown, selection), [shown, selection])

  const write = (change: { q?: string | undefined; sort?: string | undefined; sel?: string | undefined }) =>
    void navigate({
      search: (before) => ({ ...before, ...change }),
      state: { isOwnChange: true },
      replace: true,
      resetScroll: false,
    })
  return {
    text,
    setText: (next) => {
      setText(next)
      write({ q: next === '' ? undefined : next })
    },
    sort,
    sortBy: (column) => write({ sort: writeSort(nextSort(sort, column)) }),
    shown,
    selection,
    selected,
    toggle: (key) => {
      const next = toggleKey(selection, key)
      if (next !== null) write({ sel: writeSelection(next) })
      else {
        notify({
          intent: 'information',
          title: `At most ${mostPicked} trusts can be picked one by one`,
          text: 'Filter the list, then select all that is shown.',
        })
      }
    },
    toggleAll: () =>
      write({
        sel: writeSelection(
          selected.length === shown.length ? nothingSelected : { all: true, keys: new Set() },
        ),
      }),
    isBehind: deferred !== text,
  }
}

/** Keys are worked out once a row, not once a comparison. */
function sortRows(rows: readonly ReviewRow[], { column, down }: Sort): readonly ReviewRow[] {
  const read = sortValues[column]
  const keyed = rows.map((row) => ({ row, key: read(row) }))
  const sign = down ? -1 : 1
  keyed.sort((a, b) => (a.key < b.key ? -sign : a.key > b.key ? sign : 0))
  return keyed.map(({ row }) => row)
}
