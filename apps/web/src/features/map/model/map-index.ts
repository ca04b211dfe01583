import { findingSeverities, type FindingSeverity, type TrustFacts } from '@trustwright/federation'
import { nodeIds, type MapColumn, type MapNode, type MapStep, type NodeIds } from './map-node.ts'
import {
  gapStep,
  grantSteps,
  identitySteps,
  issuerSteps,
  roleSteps,
  subjectSteps,
  type SubscriptionNames,
} from './trust-steps.ts'

/** Worst finding of several trusts; `unknown`: none is known, and not all were judged. */
export type MapRisk = FindingSeverity | 'none' | 'unknown'

/** Worst first. */
export const mapRisks: readonly MapRisk[] = [...findingSeverities, 'unknown', 'none']

/** Levels of the deepest column. */
const deepest = 3

/** The trusts with the node of each column that they go through: worth keeping as long as the trusts stay the same. */
export interface MapIndex {
  readonly rows: readonly TrustFacts[]
  readonly nodes: readonly MapNode[]
  readonly ids: NodeIds
  /** `ways[level][node]`: the group of that level that a node is in; the node itself where it is as wide or wider. */
  readonly ways: readonly (readonly number[])[]
  /** Place of the finest node of every row. */
  readonly issuer: Int32Array
  readonly subject: Int32Array
  readonly identity: Int32Array
  /** Those of row n stand from `starts[n]` to `starts[n + 1]`. */
  readonly access: readonly number[]
  readonly starts: Int32Array
  /** Place in `mapRisks` of every row. */
  readonly risks: Uint8Array
}

/** The whole index at once. */
export function indexMap(rows: readonly TrustFacts[], names: SubscriptionNames): MapIndex {
  const builder = mapIndexer(rows, names)
  builder.add(rows.length)
  return builder.index
}

/** Adds rows a slice at a time: 40,000 at once would hold a page up. `index` is whole once all are added. */
export interface MapIndexer {
  readonly index: MapIndex
  /** Adds that many more; false once all are there. */
  readonly add: (count: number) => boolean
}

/** Texts that many trusts share are taken apart once. */
export function mapIndexer(rows: readonly TrustFacts[], names: SubscriptionNames): MapIndexer {
  const nodes: MapNode[] = []
  const ways: readonly number[][] = Array.from({ length: deepest }, () => [])
  const leafOf = keeper(nodes, ways)
  const ofIssuer = remembered()
  const ofIdentity = remembered()
  const ofAccess = remembered()
  const issuer = new Int32Array(rows.length)
  const subject = new Int32Array(rows.length)
  const identity = new Int32Array(rows.length)
  const risks = new Uint8Array(rows.length)
  const starts = new Int32Array(rows.length + 1)
  const access: number[] = []
  let next = 0
  const addRow = (row: TrustFacts, at: number) => {
    risks[at] = mapRisks.indexOf(row.risk ?? 'unknown')
    issuer[at] = ofIssuer(`${row.platform}\n${row.issuer}`, () => leafOf('issuer', issuerSteps(row)))
    subject[at] = leafOf('subject', subjectSteps(row))
    identity[at] = ofIdentity(row.identityId, () => leafOf('identity', identitySteps(row, names)))
    const opened = (row.roles ?? []).map((role) =>
      ofAccess(`${role.name}\n${role.scope}`, () => leafOf('access', roleSteps(role, names))),
    )
    for (const grant of row.grants ?? []) {
      opened.push(ofAccess(grant, () => leafOf('access', grantSteps(grant))))
    }
    const gap = gapStep(row)
    if (gap !== null) opened.push(leafOf('access', [gap]))
    for (const place of opened.length > 1 ? new Set(opened) : opened) access.push(place)
    starts[at + 1] = access.length
  }
  return {
    index: { rows, nodes, ids: nodeIds(nodes), ways, issuer, subject, identity, access, starts, risks },
    add: (count) => {
      const end = Math.min(rows.length, next + count)
      for (; next < end; next += 1) {
        const row = rows[next]
        if (row !== undefined) addRow(row, next)
      }
      return next < rows.length
    },
  }
}

function keeper(
  nodes: MapNode[],
  ways: readonly number[][],
): (column: MapColumn, steps: readonly MapStep[]) => number {
  const makePlaces = () => ways.map(() => new Map<string, number>())
  const places = { issuer: makePlaces(), subject: makePlaces(), identity: makePlaces(), access: makePlaces() }
  return (column, steps) => {
    let parent = -1
    steps.forEach(({ key, label, detail, terms }, level) => {
      const ofLevel = places[column][level]
      const known = ofLevel?.get(key)
      if (known !== undefined) {
        parent = known
        return
      }
      const at = nodes.length
      nodes.push({ at, column, level, parent, key, label, detail, terms })
      ofLevel?.set(key, at)
      ways.forEach((way, of) => {
        way[at] = of < level ? (way[parent] ?? at) : at
      })
      parent = at
    })
    return parent
  }
}

function remembered(): (key: string, make: () => number) => number {
  const known = new Map<string, number>()
  return (key, make) => {
    const before = known.get(key)
    if (before !== undefined) return before
    const made = make()
    known.set(key, made)
    return made
  }
}
