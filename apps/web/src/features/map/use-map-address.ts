import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { MapSearch } from '../../search.ts'
import type { Lens } from './map-words.ts'
import type { MapDepth } from './model/fine-levels.ts'

const route = getRouteApi('/map')

/** What the address says of the map. Undefined takes a part out of it. */
export interface MapAddress {
  readonly query: string
  readonly focus: string | undefined
  readonly lens: Lens
  readonly depth: MapDepth
  readonly open: ReadonlySet<string>
  readonly view: 'table' | 'picture' | undefined
  readonly of: 'mine' | 'portal'
  /** `push`: Back returns to what was shown before. */
  readonly write: (change: Partial<MapSearch>, how?: 'push' | 'replace') => void
}

export function useMapAddress(): MapAddress {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { q, focus, lens, depth, open, view, of } = search
  return {
    query: q ?? '',
    focus,
    lens: lens ?? 'risk',
    depth: depth === undefined ? null : depths[depth],
    open: useMemo(() => new Set((open ?? '').split(',').filter((id) => id !== '')), [open]),
    view,
    of: of ?? 'mine',
    write: (change, how = 'push') =>
      void navigate({
        search: (before) => ({ ...before, ...change }),
        replace: how === 'replace',
        resetScroll: false,
      }),
  }
}

const depths = { 1: 1, 2: 2, 3: 3 } as const

/** The address as it stands, for links that change a part of it. */
export function searchOf({ query, focus, lens, depth, open, view, of }: MapAddress) {
  return {
    q: query || undefined,
    focus,
    lens: lens === 'risk' ? undefined : lens,
    depth: depth === null ? undefined : String(depth),
    open: [...open].join(',') || undefined,
    view,
    of: of === 'portal' ? of : undefined,
  }
}
