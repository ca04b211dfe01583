import { groupedRoom, levelsOf, type MapDepth } from './fine-levels.ts'
import type { MapIndex } from './map-index.ts'
import { mapColumns, type MapColumn, type MapNode } from './map-node.ts'
import { roomOf } from './room.ts'

export interface ShowChoice {
  readonly depth: MapDepth
  /** IDs of groups that are shown in parts. */
  readonly open: ReadonlySet<string>
  /** More than so many together are drawn as groups. */
  readonly room: number
}

export interface Shown {
  /** Null: the rest of a column. */
  readonly node: MapNode | null
  readonly column: MapColumn
  readonly parts: number
  readonly isRest: boolean
  /** Nodes in the rest. */
  readonly count: number
  readonly openedFrom: string | null
}

export interface ShownNodes {
  readonly nodes: readonly Shown[]
  /** Place among `nodes` of what stands for each finest node of the index; -1 for none. */
  readonly placeOf: Int32Array
}

/** Groups that were opened are shown in parts on top of what there is room for, so many a column. */
const openedRoom = 300

/** Which nodes stand for the finest ones of these rows. */
export function shownNodes(index: MapIndex, rows: readonly number[], choice: ShowChoice): ShownNodes {
  const weights = weightsOf(index, rows)
  const parts = partsOf(index, weights)
  const { levels, isTight } = levelsOf(index, weights, choice)
  const stands = new Int32Array(index.nodes.length).fill(-1)
  const openedFrom = new Map<number, string>()
  const isOpen = openNodes(index, parts, choice.open)
  for (const leaf of index.nodes) {
    // Only the finest ones carry a weight of their own.
    if (weights[leaf.at] === 0) continue
    let level = Math.min(levels[leaf.column], leaf.level)
    let at = index.ways[level]?.[leaf.at] ?? leaf.at
    let opened: string | null = null
    while (level < leaf.level) {
      const id = isOpen.get(at)
      // A group of one says less than what it holds.
      if (id === undefined && (parts[at] ?? 0) > 1) break
      opened = id ?? opened
      level += 1
      at = index.ways[level]?.[leaf.at] ?? leaf.at
    }
    stands[leaf.at] = at
    if (opened !== null) openedFrom.set(at, opened)
  }
  return withRest(index, { isTight, stands, weights, parts, openedFrom, choice })
}

/** Groups that were opened, by place, with their IDs. */
function openNodes(
  { ids }: MapIndex,
  parts: Int32Array,
  open: ReadonlySet<string>,
): ReadonlyMap<number, string> {
  return new Map(
    [...open].flatMap((id) => {
      const at = id.endsWith('.rest') ? undefined : ids.find(id)?.at
      return at !== undefined && (parts[at] ?? 0) > 1 ? [[at, id] as const] : []
    }),
  )
}

/** Trusts of every finest node. */
function weightsOf(index: MapIndex, rows: readonly number[]): Int32Array {
  const weights = new Int32Array(index.nodes.length)
  const add = (at: number | undefined) => {
    if (at !== undefined) weights[at] = (weights[at] ?? 0) + 1
  }
  for (const row of rows) {
    add(index.issuer[row])
    add(index.subject[row])
    add(index.identity[row])
    const end = index.starts[row + 1] ?? 0
    for (let at = index.starts[row] ?? 0; at < end; at += 1) add(index.access[at])
  }
  return weights
}

/** How many parts of every group are there. */
function partsOf({ nodes }: MapIndex, weights: Int32Array): Int32Array {
  const parts = new Int32Array(nodes.length)
  // A group stands before its parts: what is behind was looked at.
  for (let at = nodes.length - 1; at >= 0; at -= 1) {
    const parent = nodes[at]?.parent ?? -1
    const isThere = (weights[at] ?? 0) > 0 || (parts[at] ?? 0) > 0
    if (isThere && parent >= 0) parts[parent] = (parts[parent] ?? 0) + 1
  }
  return parts
}

interface Standing {
  /** Not everything has room by itself. */
  readonly isTight: boolean
  readonly stands: Int32Array
  readonly weights: Int32Array
  readonly parts: Int32Array
  readonly openedFrom: ReadonlyMap<number, string>
  readonly choice: ShowChoice
}

/** What has the fewest trusts of its column stands together where there is no room for it. */
function withRest(index: MapIndex, standing: Standing): ShownNodes {
  const { isTight, stands, parts, openedFrom, choice } = standing
  const columns = standingByColumn(index, standing)
  const most = isTight ? groupedRoom : choice.room
  const rooms = roomOf(
    columns.map((ofColumn) => ofColumn.length),
    choice.room,
  ).map((room) => Math.min(room, most))
  const nodes: Shown[] = []
  const placeOfNode = new Int32Array(index.nodes.length).fill(-1)
  columns.forEach((ofColumn, which) => {
    const column = mapColumns[which] ?? 'issuer'
    const hasMore = choice.open.has(`${column}.rest`)
    const opened = ofColumn.filter((at) => openedFrom.has(at)).length
    const room = (rooms[which] ?? 0) + (hasMore ? openedRoom : 0) + Math.min(opened, openedRoom)
    const kept = ofColumn.length > room ? ofColumn.slice(0, Math.max(room - 1, 0)) : ofColumn
    for (const at of kept) {
      placeOfNode[at] = nodes.length
      nodes.push({
        node: index.nodes[at] ?? null,
        column,
        parts: parts[at] ?? 0,
        isRest: false,
        count: 1,
        openedFrom: openedFrom.get(at) ?? null,
      })
    }
    if (kept.length === ofColumn.length) return
    for (const at of ofColumn.slice(kept.length)) placeOfNode[at] = nodes.length
    const count = ofColumn.length - kept.length
    nodes.push({ node: null, column, parts: 0, isRest: true, count, openedFrom: null })
  })
  return { nodes, placeOf: stands.map((at) => (at < 0 ? -1 : (placeOfNode[at] ?? -1))) }
}

/** Nodes that stand for others or themselves, those of most trusts first. */
function standingByColumn(index: MapIndex, { stands, weights }: Standing): readonly (readonly number[])[] {
  const sums = new Int32Array(index.nodes.length)
  stands.forEach((at, leaf) => {
    if (at >= 0) sums[at] = (sums[at] ?? 0) + (weights[leaf] ?? 0)
  })
  const columns = new Map<MapColumn, number[]>(mapColumns.map((column) => [column, []]))
  sums.forEach((sum, at) => {
    const column = index.nodes[at]?.column
    if (sum > 0 && column !== undefined) columns.get(column)?.push(at)
  })
  return [...columns.values()].map((ofColumn) => ofColumn.toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0)))
}
