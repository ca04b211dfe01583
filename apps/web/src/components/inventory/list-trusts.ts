import type { InventoryParentRow } from '@trustwright/shared-schemas'
import { finish, sliceLength, type Slices } from '../../lib/slices.ts'
import { markOf, type Mark, type Marks } from './finding-marks.ts'
import type { Inventory } from './inventory-query.ts'
import { toListed, viewOfParent, type ListedTrust, type ParentView } from './listed-trust.ts'
import { subscriptionNames } from './parent-access.ts'
import type { TrustRow } from './trust-row.ts'

type Held = Pick<Inventory, 'rows' | 'parents'>

export interface ToList extends Held {
  /** Undefined until they were read. */
  readonly marks: Marks | undefined
}

interface KnownView {
  readonly trusts: number
  readonly names: ReadonlyMap<string, string>
  readonly view: ParentView
}

/** Makes lists of trusts, one after the other: a trust about which nothing changed stays the same object. `now` in milliseconds. */
export type TrustLister = (given: ToList, now: number) => Slices<readonly ListedTrust[]>

export function trustLister(): TrustLister {
  const listed = new WeakMap<TrustRow, ListedTrust>()
  const views = new WeakMap<InventoryParentRow, KnownView>()
  let names: ReadonlyMap<string, string> = new Map()
  return function* list({ marks, parents, rows }, now) {
    const counts = new Map<string, number>()
    for (const { parentKey } of rows) counts.set(parentKey, (counts.get(parentKey) ?? 0) + 1)
    yield
    names = sameOr(names, subscriptionNames(parents.values()))
    const viewOf = (key: string): ParentView | undefined => {
      const parent = parents.get(key)
      if (parent === undefined) return undefined
      const trusts = counts.get(key) ?? 0
      const before = views.get(parent)
      if (before?.trusts === trusts && before.names === names) return before.view
      const view = viewOfParent(parent, names, { trusts, now })
      views.set(parent, { trusts, names, view })
      return view
    }
    const isJudged = marks !== undefined && marks.run !== null && marks.run.scan !== null
    const all: ListedTrust[] = []
    for (const [at, row] of rows.entries()) {
      if (at % sliceLength === 0) yield
      const view = viewOf(row.parentKey)
      const mark = isJudged ? markOf(marks, row.trustKey, row.parentKey) : undefined
      const before = listed.get(row)
      const isSame = before !== undefined && before.view === view && isSameMark(before.mark, mark)
      const found = isSame ? before : toListed(row, view, mark)
      if (!isSame) listed.set(row, found)
      all.push(found)
    }
    return all
  }
}

/** All of them at once. */
export function listTrusts(
  { parents, rows }: Held,
  marks: Marks | undefined,
  now = Date.now(),
): readonly ListedTrust[] {
  return finish(trustLister()({ parents, rows, marks }, now))
}

function isSameMark(one: Mark | null | undefined, other: Mark | null | undefined): boolean {
  if (!one || !other) return one === other
  return one.severity === other.severity && one.count === other.count
}

function sameOr(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const isSame = before.size === now.size && [...now].every(([key, name]) => before.get(key) === name)
  return isSame ? before : now
}
