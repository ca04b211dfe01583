/** Two nodes, by place; `trusts` is how much the link counts. */
export interface OrderedLink {
  readonly from: number
  readonly to: number
  readonly trusts: number
}

const sweeps = 6

/**
 * The nodes of every column in an order in which links cross little: each moves to the mean place of what it is linked to, in
 * sweeps there and back (barycentre method, Sugiyama, Tagawa and Toda 1981). What is equal keeps the order given.
 */
export function orderColumns(
  columns: readonly (readonly number[])[],
  links: readonly OrderedLink[],
): readonly (readonly number[])[] {
  const size = 1 + Math.max(-1, ...columns.map((column) => Math.max(-1, ...column)))
  const before = neighbours(size, links, ({ to, from }) => [to, from])
  const behind = neighbours(size, links, ({ to, from }) => [from, to])
  const places = new Float64Array(size)
  const ordered = columns.map((column) => [...column])
  const settle = (column: readonly number[]) =>
    column.forEach((node, at) => {
      // Columns of different lengths have one scale.
      places[node] = (at + 0.5) / column.length
    })
  ordered.forEach(settle)
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isThere = sweep % 2 === 0
    for (const column of isThere ? ordered.slice(1) : ordered.slice(0, -1).toReversed()) {
      sortByMean(column, isThere ? before : behind, places)
      settle(column)
    }
  }
  return ordered
}

type Neighbours = readonly (readonly { readonly node: number; readonly weight: number }[])[]

function neighbours(
  size: number,
  links: readonly OrderedLink[],
  ends: (link: OrderedLink) => readonly [number, number],
): Neighbours {
  const lists: { node: number; weight: number }[][] = Array.from({ length: size }, () => [])
  for (const link of links) {
    const [of, node] = ends(link)
    lists[of]?.push({ node, weight: link.trusts })
  }
  return lists
}

function sortByMean(column: number[], neighboursOf: Neighbours, places: Float64Array): void {
  const means = new Map<number, number>()
  for (const node of column) {
    const near = neighboursOf[node] ?? []
    const weight = near.reduce((sum, one) => sum + one.weight, 0)
    const sum = near.reduce((total, one) => total + one.weight * (places[one.node] ?? 0), 0)
    means.set(node, weight === 0 ? (places[node] ?? 0) : sum / weight)
  }
  column.sort((a, b) => (means.get(a) ?? 0) - (means.get(b) ?? 0))
}

/** How often links cross between two ordered columns that stand beside each other. */
export function crossings(columns: readonly (readonly number[])[], links: readonly OrderedLink[]): number {
  const places = new Map(columns.flatMap((column) => column.map((node, at) => [node, at] as const)))
  const columnOf = new Map(columns.flatMap((column, at) => column.map((node) => [node, at] as const)))
  let count = 0
  links.forEach((one, at) => {
    for (const other of links.slice(at + 1)) {
      if (columnOf.get(one.from) !== columnOf.get(other.from)) continue
      const start = (places.get(one.from) ?? 0) - (places.get(other.from) ?? 0)
      const end = (places.get(one.to) ?? 0) - (places.get(other.to) ?? 0)
      if (start * end < 0) count += 1
    }
  })
  return count
}
