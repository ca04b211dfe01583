import type { Cloud } from '@trustwright/federation'
import type { InventoryPage, InventoryParentRow } from '@trustwright/shared-schemas'
import { toTrustRow, type TrustRow } from './trust-row.ts'

/** What is held of an inventory: its trusts, and what they are stored on. */
export interface HeldRows {
  readonly rows: readonly TrustRow[]
  readonly parents: ReadonlyMap<string, InventoryParentRow>
}

export const nothingHeld: HeldRows = { rows: [], parents: new Map() }

/** Everything held with what changed since; the same rows and parents where nothing did. */
export function mergePage(
  held: HeldRows,
  page: Pick<InventoryPage, 'rows' | 'parents' | 'gone'>,
  cloud: Cloud,
): HeldRows {
  const goneOf = (wanted: 'trust' | 'parent') =>
    page.gone.filter(({ kind }) => kind === wanted).map(({ key }) => key)
  return {
    rows: mergeRows(
      held.rows,
      page.rows.map((row) => toTrustRow(row, cloud)),
      goneOf('trust'),
    ),
    parents: mergeParents(held.parents, page.parents, goneOf('parent')),
  }
}

function mergeRows(
  rows: readonly TrustRow[],
  fresh: readonly TrustRow[],
  gone: readonly string[],
): readonly TrustRow[] {
  if (fresh.length === 0 && gone.length === 0) return rows
  const merged = new Map(rows.map((row) => [row.trustKey, row]))
  for (const key of gone) merged.delete(key)
  for (const row of fresh) merged.set(row.trustKey, row)
  return [...merged.values()]
}

function mergeParents(
  parents: HeldRows['parents'],
  fresh: readonly InventoryParentRow[],
  gone: readonly string[],
): HeldRows['parents'] {
  if (fresh.length === 0 && gone.length === 0) return parents
  const merged = new Map(parents)
  for (const key of gone) merged.delete(key)
  for (const parent of fresh) merged.set(parent.key, parent)
  return merged
}
