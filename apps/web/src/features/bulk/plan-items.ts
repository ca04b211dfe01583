import type { NewRoleAssignment, SetUpItem } from '@trustwright/shared-schemas'
import type { WantedRow } from './bulk-row.ts'
import type { PlacedRow, Target } from './spread-rows.ts'

/**
 * Rows as a run asks for them; the key tells the row again in every answer. The roles of new identities are rows of their
 * own at the end, so that no trust that fails keeps one back.
 */
export function planItems(
  placed: readonly PlacedRow[],
  access: readonly NewRoleAssignment[] = [],
): readonly SetUpItem[] {
  const rows = placed.map(({ row, target, trusts }) => ({
    key: keyOfRow(row),
    parent: target.parent,
    trusts: trusts.map((trust) =>
      target.parent.kind.endsWith('pplication') && row.description !== ''
        ? { ...trust, description: row.description }
        : { ...trust },
    ),
    roles: [],
  }))
  return access.length === 0 ? rows : [...rows, ...newOf(placed).map((target) => accessItem(target, access))]
}

function newOf(placed: readonly PlacedRow[]): readonly Target[] {
  const made = placed.map(({ target }) => target).filter(({ parent }) => parent.kind.startsWith('new'))
  return [...new Map(made.map((target) => [target.key, target])).values()]
}

function accessItem({ name, parent }: Target, access: readonly NewRoleAssignment[]): SetUpItem {
  return { key: shorten(`Access of ${name}`), parent, trusts: [], roles: [...access] }
}

/** `3 contoso/pay-api · environment prod`. */
function keyOfRow({ number, workload, fields }: WantedRow): string {
  const { entity } = fields
  if (entity === 'pull-request') return shorten(`${number} ${workload} · pull requests`)
  const place =
    entity === 'environment' || entity === 'branch' || entity === 'tag' ? fields[entity] : undefined
  return shorten(`${number} ${workload}${place === undefined ? '' : ` · ${entity} ${place}`}`)
}

/** At most 200 characters, without control characters. */
function shorten(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ').slice(0, 200)
}
