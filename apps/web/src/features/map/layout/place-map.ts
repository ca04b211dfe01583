import { byColumn, type MapView, type ShownLink, type ShownNode } from '../model/map-view.ts'
import { orderColumns } from './order-columns.ts'

/** Pixels. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface PlacedNode extends Box {
  readonly node: ShownNode
}

export interface PlacedLink {
  readonly link: ShownLink
  /** IDs of the two nodes. */
  readonly from: string
  readonly to: string
  /** SVG path from the right of one node to the left of the other. */
  readonly path: string
  readonly thickness: number
}

export interface PlacedMap {
  readonly columns: readonly (readonly PlacedNode[])[]
  /** Left edges of the columns. */
  readonly starts: readonly number[]
  readonly nodeWidth: number
  readonly links: readonly PlacedLink[]
  readonly width: number
  readonly height: number
}

export const nodeHeight = 48
const nodeGap = 8
const thickest = 12
const thinnest = 1.5

/** Where everything stands in a picture of this width. */
export function placeMap(view: MapView, width: number): PlacedMap {
  const first = byColumn(view.nodes).map((column) => column.toSorted(widestFirst))
  const placeOf = new Map(view.nodes.map((node, at) => [node, at] as const))
  const widest = first.map((column) =>
    column.flatMap((node) => (node.isRest ? [] : (placeOf.get(node) ?? []))),
  )
  // Of groups the largest are looked for, and stand at the top; single things are followed along their links.
  const order = view.isGrouped ? widest : orderColumns(widest, view.links)
  const gap = Math.min(112, Math.max(28, width * 0.055))
  const nodeWidth = Math.max(96, (width - 3 * gap) / 4)
  const starts = first.map((_, which) => which * (nodeWidth + gap))
  const boxes = new Map<number, Box>()
  const columns = order.map((column, which) => {
    const rest = (first[which] ?? []).filter(({ isRest }) => isRest)
    const whole = [...column, ...rest.flatMap((node) => placeOf.get(node) ?? [])]
    return whole.flatMap((place, at) => {
      const node = view.nodes[place]
      if (node === undefined) return []
      const box = {
        x: starts[which] ?? 0,
        y: at * (nodeHeight + nodeGap),
        width: nodeWidth,
        height: nodeHeight,
      }
      boxes.set(place, box)
      return [{ node, ...box }]
    })
  })
  const tallest = Math.max(0, ...columns.map((column) => column.length))
  return {
    columns,
    starts,
    nodeWidth,
    links: placeLinks(view, boxes),
    width: 4 * nodeWidth + 3 * gap,
    height: Math.max(0, tallest * (nodeHeight + nodeGap) - nodeGap),
  }
}

function widestFirst(a: ShownNode, b: ShownNode): number {
  return b.trusts - a.trusts || a.label.localeCompare(b.label, 'en') || (a.id < b.id ? -1 : 1)
}

/** Thin links are drawn last, so that none hides under a thick one. */
function placeLinks({ links, nodes }: MapView, boxes: ReadonlyMap<number, Box>): readonly PlacedLink[] {
  const most = links.reduce((max, { trusts }) => Math.max(max, trusts), 1)
  return links
    .toSorted((a, b) => b.trusts - a.trusts)
    .flatMap((link) => {
      const from = boxes.get(link.from)
      const to = boxes.get(link.to)
      if (from === undefined || to === undefined) return []
      const thickness = thinnest + (thickest - thinnest) * Math.sqrt(link.trusts / most) * (most > 1 ? 1 : 0)
      const [fromId = '', toId = ''] = [nodes[link.from]?.id, nodes[link.to]?.id]
      return [{ link, from: fromId, to: toId, thickness: round(thickness), path: pathBetween(from, to) }]
    })
}

function pathBetween(from: Box, to: Box): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2]
  const [x2, y2] = [to.x, to.y + to.height / 2]
  const middle = (x1 + x2) / 2
  return `M${round(x1)} ${round(y1)}C${round(middle)} ${round(y1)} ${round(middle)} ${round(y2)} ${round(x2)} ${round(y2)}`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
