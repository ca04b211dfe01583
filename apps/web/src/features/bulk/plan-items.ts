import type { SetUpItem } from '@trustwright/shared-schemas'
import type { PlacedRow } from './spread-rows.ts'

/** Rows as a run asks for them; the key tells the row again in every answer. */
export function planItems(placed: readonly PlacedRow[]): readonly SetUpItem[] {
  return placed.map(({ row, target, trusts }) => ({
    key: keyOfRow(row.number, row.workload),
    parent: target.parent,
    trusts: trusts.map((trust) =>
      target.parent.kind.endsWith('pplication') && row.description !== ''
        ? { ...trust, description: row.description }
        : { ...trust },
    ),
    roles: [],
  }))
}

/** At most 200 characters, without control characters. */
function keyOfRow(number: number, workload: string): string {
  return `${number} ${workload.replace(/\p{Cc}/gu, ' ')}`.slice(0, 200)
}
