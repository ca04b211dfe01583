import type { MapIndex } from './map-index.ts'
import type { MapNode } from './map-node.ts'

/** What is in focus, with the groups it lies in, widest first. */
export interface Focus {
  readonly node: MapNode
  readonly above: readonly MapNode[]
}

/** `id`: of a node, or the key of a trust, which puts its subject in focus. */
export function focusOf(index: MapIndex, id: string | undefined): Focus | null {
  const { nodes, ids } = index
  const node = id === undefined ? undefined : (ids.find(id) ?? subjectOf(index, id))
  if (node === undefined) return null
  const above: MapNode[] = []
  for (let up = nodes[node.parent]; up !== undefined; up = nodes[up.parent]) above.unshift(up)
  return { node, above }
}

function subjectOf({ rows, subject, nodes }: MapIndex, trustKey: string): MapNode | undefined {
  const key = trustKey.toLowerCase()
  const place = subject[rows.findIndex((row) => row.key === key)]
  return place === undefined ? undefined : nodes[place]
}

/** One group up from what is in focus; undefined: everything. A group that holds this one alone would show the same. */
export function upFrom({ above, node }: Focus, { nodes, ids }: MapIndex): string | undefined {
  const holders = above.toReversed()
  const wider = holders.find((group) =>
    nodes.some((other) => other.parent === group.at && other !== node && !above.includes(other)),
  )
  return wider === undefined ? undefined : ids.of(wider)
}

/** Places of those rows that go through what is in focus. */
export function rowsThrough(
  index: MapIndex,
  rows: readonly number[],
  focus: Focus | null,
): readonly number[] {
  if (focus === null) return rows
  const { node } = focus
  const way = index.ways[node.level] ?? []
  const isUnder = (leaf: number | undefined) => leaf !== undefined && way[leaf] === node.at
  if (node.column !== 'access') {
    const leaves = index[node.column]
    return rows.filter((row) => isUnder(leaves[row]))
  }
  return rows.filter((row) => {
    const end = index.starts[row + 1] ?? 0
    for (let at = index.starts[row] ?? 0; at < end; at += 1) if (isUnder(index.access[at])) return true
    return false
  })
}
