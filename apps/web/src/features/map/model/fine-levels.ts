import type { MapIndex } from './map-index.ts'
import { mapColumns, type MapColumn } from './map-node.ts'

/** Levels of a column: 1 shows the widest groups, 3 everything by itself; null: as fine as there is room for. */
export type MapDepth = 1 | 2 | 3 | null

/** Where not everything has room, one column shows at most so many: more of them tell nobody anything. */
export const groupedRoom = 32

/** The finest level of each column. */
const finest: Readonly<Record<MapColumn, number>> = { issuer: 1, subject: 2, identity: 1, access: 1 }

/** The level that each column is shown at, 0 the widest; `isTight`: not everything has room by itself. */
export function levelsOf(
  index: MapIndex,
  weights: Int32Array,
  { depth, room }: { readonly depth: MapDepth; readonly room: number },
): { readonly levels: Readonly<Record<MapColumn, number>>; readonly isTight: boolean } {
  const levels = { ...finest }
  if (depth !== null) {
    for (const column of mapColumns) levels[column] = Math.min(depth - 1, finest[column])
    return { levels, isTight: false }
  }
  const sizes = sizesOf(index, weights)
  const size = (column: MapColumn) => sizes[column][levels[column]] ?? 0
  const isTight = mapColumns.reduce((sum, column) => sum + size(column), 0) > room
  if (!isTight) return { levels, isTight }
  for (const column of mapColumns) {
    while (levels[column] > 0 && size(column) > groupedRoom) levels[column] -= 1
  }
  return { levels, isTight }
}

/** How many nodes every column would show at every level. */
function sizesOf({ nodes, ways }: MapIndex, weights: Int32Array): Record<MapColumn, number[]> {
  const sizes = { issuer: [0, 0], subject: [0, 0, 0], identity: [0, 0], access: [0, 0] }
  const seen = ways.map(() => new Uint8Array(nodes.length))
  for (const { at, column } of nodes) {
    if (weights[at] === 0) continue
    const ofColumn = sizes[column]
    for (let level = 0; level < ofColumn.length; level += 1) {
      const group = ways[level]?.[at] ?? at
      const seenHere = seen[level]
      if (seenHere === undefined || seenHere[group] === 1) continue
      seenHere[group] = 1
      ofColumn[level] = (ofColumn[level] ?? 0) + 1
    }
  }
  return sizes
}
