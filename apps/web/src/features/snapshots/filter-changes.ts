import type { InventoryChange } from '@trustwright/shared-schemas'
import { fieldChanges } from './field-changes.ts'

interface Wanted {
  readonly show: InventoryChange['change'] | undefined
  /** Words that all have to stand somewhere in what changed. */
  readonly text: string
}

/** The changes of one kind that hold every word: in a name, a key, a value before or after, or who did it. */
export function filterChanges(
  changes: readonly InventoryChange[],
  { show, text }: Wanted,
): readonly InventoryChange[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return changes.filter((change) => {
    if (show !== undefined && change.change !== show) return false
    if (words.length === 0) return true
    const held = textOf(change)
    return words.every((word) => held.includes(word))
  })
}

function textOf(change: InventoryChange): string {
  const { key, displayName, by, after, before } = change
  const side = after ?? before
  const name = side !== null && 'trust' in side ? (side.applicationName ?? '') : ''
  const values = fieldChanges(change).flatMap((field) => [field.before, field.after])
  return [key, displayName, name, by?.who ?? '', ...values].join('\n').toLowerCase()
}
