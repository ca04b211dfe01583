import { parseTrustQuery, searchTrusts, type QueryProblem, type TrustIndex } from '@trustwright/federation'
import { useDeferredValue, useMemo } from 'react'
import { useNow } from '../../components/use-now.ts'
import { focusOf, rowsThrough, type Focus } from './model/focus.ts'
import type { MapIndex } from './model/map-index.ts'
import { viewOf, type MapView } from './model/map-view.ts'
import { shownNodes, type ShownNodes } from './model/shown-nodes.ts'
import type { MapAddress } from './use-map-address.ts'

/** More than so many nodes are drawn as groups. */
const room = 300
const day = 86_400_000

export interface MapModel {
  readonly index: MapIndex
  /** Rows that fit query and focus, by place. */
  readonly rows: readonly number[]
  /** Rows that fit the query, whatever is in focus. */
  readonly asked: readonly number[]
  readonly focus: Focus | null
  /** Of the node in focus; the address may name it by a trust. */
  readonly focusId: string | undefined
  readonly shown: ShownNodes
  readonly view: MapView
  readonly problems: readonly QueryProblem[]
}

/** The map of these trusts, as the address asks for it. */
export function useMap(trusts: TrustIndex, index: MapIndex, address: MapAddress): MapModel {
  const query = useDeferredValue(address.query)
  const now = new Date(useNow(day)).toISOString()
  const { asked, problems } = useMemo(() => {
    const parsed = parseTrustQuery(query)
    const isAll = parsed.query.terms.length === 0 && parsed.query.words.length === 0
    const found = isAll ? trusts.rows.map((_, at) => at) : searchTrusts(trusts, parsed.query, now).found
    return { asked: found, problems: parsed.problems }
  }, [trusts, query, now])
  const focus = useMemo(() => focusOf(index, address.focus), [index, address.focus])
  const rows = useMemo(() => rowsThrough(index, asked, focus), [index, asked, focus])
  const { depth, open } = address
  const shown = useMemo(() => shownNodes(index, rows, { depth, open, room }), [index, rows, depth, open])
  const view = useMemo(() => viewOf(index, rows, shown), [index, rows, shown])
  const focusId = focus === null ? undefined : index.ids.of(focus.node)
  return { index, rows, asked, focus, focusId, shown, view, problems }
}
