import type { MapIndex } from './map-index.ts'
import type { ShownNodes } from './shown-nodes.ts'

/** Where one row goes through the picture. Its `access` is used again for the next row. */
export interface RowPlaces {
  issuer: number
  subject: number
  identity: number
  /** Without repetition: a trust with two roles in one group goes there once. */
  readonly access: number[]
}

/** Calls with the places of every row, without making anything anew for each of 40,000. */
export function eachRowPlaces(
  { issuer, subject, identity, access, starts }: MapIndex,
  rows: readonly number[],
  { placeOf }: ShownNodes,
  visit: (row: number, places: Readonly<RowPlaces>) => void,
): void {
  const places: RowPlaces = { issuer: -1, subject: -1, identity: -1, access: [] }
  const placeOfLeaf = (leaf: number | undefined) => placeOf[leaf ?? -1] ?? -1
  for (const row of rows) {
    places.issuer = placeOfLeaf(issuer[row])
    places.subject = placeOfLeaf(subject[row])
    places.identity = placeOfLeaf(identity[row])
    places.access.length = 0
    const end = starts[row + 1] ?? 0
    for (let at = starts[row] ?? 0; at < end; at += 1) {
      const place = placeOfLeaf(access[at])
      if (!places.access.includes(place)) places.access.push(place)
    }
    visit(row, places)
  }
}
