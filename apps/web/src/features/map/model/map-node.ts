import type { QueryTerm } from '@trustwright/federation'
import { textKey } from '../../../components/inventory/trust-row.ts'

/** In the order in which a token travels. */
export const mapColumns = ['issuer', 'subject', 'identity', 'access'] as const
export type MapColumn = (typeof mapColumns)[number]

/** One thing of a column, or a group of them. */
export interface MapNode {
  /** Place in the list of nodes. */
  readonly at: number
  readonly column: MapColumn
  /** 0 is the widest group. */
  readonly level: number
  /** Place of the group that it is in; -1 for none. */
  readonly parent: number
  /** Of this node alone within its level of its column. */
  readonly key: string
  readonly label: string
  /** What tells it from others with its label. */
  readonly detail: string
  /** Finds its trusts, and no others, in the list; null where that has no words for them. */
  readonly terms: readonly QueryTerm[] | null
}

/** A node before it has its place. */
export type MapStep = Pick<MapNode, 'key' | 'label' | 'detail' | 'terms'>

/** IDs of nodes: short and the same in every pass, for the address: `subject.1f3k0a`. */
export interface NodeIds {
  readonly of: (node: MapNode) => string
  /** Undefined: what an address names may be gone. */
  readonly find: (id: string) => MapNode | undefined
}

/** Worked out for those nodes alone that are asked for: a large tenant has 100,000, and shows 300. */
export function nodeIds(nodes: readonly MapNode[]): NodeIds {
  const known = new Map<MapNode, string>()
  const holders = new Map<string, MapNode>()
  const of = (node: MapNode) => {
    const before = known.get(node)
    if (before !== undefined) return before
    const id = `${node.column}.${textKey(`${node.level}\n${node.key}`)}`
    known.set(node, id)
    holders.set(id, node)
    return id
  }
  return {
    of,
    find: (id) => {
      const column = id.slice(0, id.indexOf('.'))
      return holders.get(id) ?? nodes.find((node) => node.column === column && of(node) === id)
    },
  }
}
