import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { SavedView } from '@trustwright/shared-schemas'
import { useEffect, useRef } from 'react'
import { useGo } from '../../components/app-link.tsx'
import { paths } from '../../paths.ts'
import { isSameState, noView, searchOf, stateOf, viewToOpen } from './view-state.ts'
import { viewsQuery } from './view-queries.ts'

const route = getRouteApi('/trusts')

export interface Views {
  readonly views: readonly SavedView[]
  readonly defaultViewId: string | null
  /** The one that is open; null for none. */
  readonly current: SavedView | null
  /** The list shows something else than the open view keeps. */
  readonly isChanged: boolean
  /** The address names a view that is gone, or that nobody shares with this person. */
  readonly isGone: boolean
}

/** The saved views, and which of them the address shows. A link that names one alone is filled from it, once. */
export function useViews(): Views {
  const search = route.useSearch()
  const go = useGo()
  const { data } = useQuery(viewsQuery)
  const views = data?.views ?? []
  const asked = useRef(new Set<string>())
  const opening = data === undefined ? null : viewToOpen(search, views, data.defaultViewId)
  useEffect(() => {
    // Once for each address that came from elsewhere: whoever empties the query afterwards wants it empty.
    const key = search.view ?? ''
    if (opening === null || asked.current.has(key)) return
    asked.current.add(key).add(opening.viewId)
    go(paths.trusts(searchOf(opening)), { replace: true })
  }, [opening, search.view, go])
  const current = views.find(({ viewId }) => viewId === search.view) ?? null
  return {
    views,
    defaultViewId: data?.defaultViewId ?? null,
    current,
    isChanged: current !== null && !isSameState(current, stateOf(search)),
    isGone: data !== undefined && current === null && search.view !== undefined && search.view !== noView,
  }
}
