import type { TrustFacts } from '@trustwright/federation'
import { count } from '../../../lib/words.ts'
import { mapRisks, type MapIndex, type MapRisk } from './map-index.ts'
import { mapColumns, type MapColumn } from './map-node.ts'
import { eachRowPlaces } from './row-places.ts'
import type { ShownNodes } from './shown-nodes.ts'

export interface ShownNode {
  readonly id: string
  readonly column: MapColumn
  readonly label: string
  readonly detail: string
  /** Trusts that go through it. */
  readonly trusts: number
  readonly risk: MapRisk
  /** Trusts whose identity has no owner, as far as that is known. */
  readonly unowned: number
  /** Trusts whose owners nobody could read. */
  readonly ownersUnread: number
  /** Platforms of its trusts. */
  readonly platforms: readonly string[]
  /** What it holds one level down; 0 where it is no group. */
  readonly parts: number
  /** It holds what there is no room for. */
  readonly isRest: boolean
  /** The group that it was opened from; null where none was. */
  readonly openedFrom: string | null
}

/** Places of two nodes of columns that stand beside each other. */
export interface ShownLink {
  readonly from: number
  readonly to: number
  readonly trusts: number
  readonly risk: MapRisk
}

export interface MapView {
  readonly nodes: readonly ShownNode[]
  readonly links: readonly ShownLink[]
  readonly trusts: number
  /** Something stands as a group, or was left to the rest. */
  readonly isGrouped: boolean
}

/** What the picture shows of these rows (places in the index). */
export function viewOf(index: MapIndex, rows: readonly number[], shown: ShownNodes): MapView {
  const { tallies, links } = talliesOf(index, rows, shown)
  const size = shown.nodes.length
  return {
    nodes: shown.nodes.map(({ node, parts, isRest, column, count: held, openedFrom }, at) => ({
      id: node === null ? `${column}.rest` : index.ids.of(node),
      column,
      label: node === null ? `${count(held)} more` : node.label,
      detail: node === null ? 'Each has fewer trusts' : node.detail,
      trusts: tallies[at]?.trusts ?? 0,
      risk: riskAt(tallies[at]?.risk ?? mapRisks.length),
      unowned: tallies[at]?.unowned ?? 0,
      ownersUnread: tallies[at]?.unread ?? 0,
      platforms: [...(tallies[at]?.platforms ?? [])],
      parts,
      isRest,
      openedFrom,
    })),
    links: [...links].map(([key, { trusts, risk }]) => ({
      from: Math.floor(key / size),
      to: key % size,
      trusts,
      risk: riskAt(risk),
    })),
    trusts: rows.length,
    isGrouped: shown.nodes.some(({ parts, isRest }) => parts > 1 || isRest),
  }
}

function riskAt(at: number): MapRisk {
  return mapRisks[at] ?? 'unknown'
}

interface Tally {
  trusts: number
  /** Place in `mapRisks`. */
  risk: number
  unowned: number
  unread: number
  readonly platforms: Set<string>
}

interface Tallies {
  readonly tallies: readonly Tally[]
  /** By `from * nodes + to`. */
  readonly links: ReadonlyMap<number, { trusts: number; risk: number }>
}

function talliesOf(index: MapIndex, rows: readonly number[], shown: ShownNodes): Tallies {
  const size = shown.nodes.length
  const tallies = shown.nodes.map((): Tally => {
    return { trusts: 0, risk: mapRisks.length, unowned: 0, unread: 0, platforms: new Set<string>() }
  })
  const links = new Map<number, { trusts: number; risk: number }>()
  const tell = (place: number, risk: number, { owners, platform }: TrustFacts) => {
    const tally = tallies[place]
    if (tally === undefined) return
    tally.trusts += 1
    if (risk < tally.risk) tally.risk = risk
    tally.platforms.add(platform)
    if (owners === null) tally.unread += 1
    else if (owners.length === 0) tally.unowned += 1
  }
  const linked = (from: number, to: number, risk: number) => {
    const key = from * size + to
    const link = links.get(key)
    if (link === undefined) links.set(key, { trusts: 1, risk })
    else {
      link.trusts += 1
      if (risk < link.risk) link.risk = risk
    }
  }
  eachRowPlaces(index, rows, shown, (row, { issuer, subject, identity, access }) => {
    const facts = index.rows[row]
    if (facts === undefined) return
    const risk = index.risks[row] ?? 0
    tell(issuer, risk, facts)
    tell(subject, risk, facts)
    tell(identity, risk, facts)
    linked(issuer, subject, risk)
    linked(subject, identity, risk)
    for (const place of access) {
      tell(place, risk, facts)
      linked(identity, place, risk)
    }
  })
  return { tallies, links }
}

/** Nodes of each column, in the order of the columns. */
export function byColumn<Node extends { readonly column: MapColumn }>(
  nodes: readonly Node[],
): readonly (readonly Node[])[] {
  return mapColumns.map((column) => nodes.filter((node) => node.column === column))
}
