import { mapRisks, type MapIndex, type MapRisk } from './map-index.ts'
import type { MapView, ShownNode } from './map-view.ts'
import { eachRowPlaces } from './row-places.ts'
import type { ShownNodes } from './shown-nodes.ts'

/** One way through the picture, as a row of its table. */
export interface TwinRow {
  readonly key: string
  readonly issuer: ShownNode
  readonly subject: ShownNode
  readonly identity: ShownNode
  readonly access: ShownNode
  readonly trusts: number
  readonly risk: MapRisk
}

/** The same as the picture, way by way: worst first, then those of most trusts. */
export function twinRows(
  index: MapIndex,
  rows: readonly number[],
  shown: ShownNodes,
  { nodes }: Pick<MapView, 'nodes'>,
): readonly TwinRow[] {
  const size = nodes.length
  // Four places below a few thousand make one exact number.
  const ways = new Map<number, { places: readonly number[]; trusts: number; risk: number }>()
  eachRowPlaces(index, rows, shown, (row, { issuer, subject, identity, access }) => {
    const risk = index.risks[row] ?? 0
    for (const place of access) {
      const key = ((issuer * size + subject) * size + identity) * size + place
      const way = ways.get(key)
      if (way === undefined) ways.set(key, { places: [issuer, subject, identity, place], trusts: 1, risk })
      else {
        way.trusts += 1
        if (risk < way.risk) way.risk = risk
      }
    }
  })
  return [...ways.values()]
    .toSorted((a, b) => a.risk - b.risk || b.trusts - a.trusts)
    .flatMap(({ places, trusts, risk }) => {
      const [issuer, subject, identity, access] = places.map((place) => nodes[place])
      if (!issuer || !subject || !identity || !access) return []
      const key = places.join(' ')
      return [{ key, issuer, subject, identity, access, trusts, risk: mapRisks[risk] ?? 'unknown' }]
    })
}
