import type { ChangedBy, InventoryChange, InventorySnapshot } from '@trustwright/shared-schemas'
import { exactTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

export const changeWords: Readonly<Record<InventoryChange['change'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

const sourceWords: Readonly<Record<ChangedBy['source'], string>> = {
  portal: 'through this portal',
  'activity-log': 'as the activity log tells',
  'directory-audit': 'as the directory audit tells',
}

/** Azure names whoever is no person by an ID alone. */
const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

const notTold = 'Azure does not tell who did it: no log of that time names it.'

/** Who did it. `isLogMissing`: not every log could be asked. */
export function byWords(by: ChangedBy | null, isLogMissing: boolean): string {
  if (by === null) return isLogMissing ? 'No log that could be read tells who did it.' : notTold
  const who = isId.test(by.who) ? `the application or identity ${by.who}` : by.who
  return `By ${who}, ${exactTime(Date.parse(by.at))}, ${sourceWords[by.source]}.`
}

/** `Snapshot 12, 22 Nov 2026, 10:42:00 UTC`. */
export function snapshotName({
  number,
  finishedAt,
}: Pick<InventorySnapshot, 'number' | 'finishedAt'>): string {
  return `Snapshot ${number}, ${exactTime(Date.parse(finishedAt))}`
}

/** Against the one before: `3 added, 1 removed`. */
export function stepWords({
  added,
  removed,
  changed,
}: Pick<InventorySnapshot, 'added' | 'removed' | 'changed'>): string {
  const parts = [
    ...(added > 0 ? [`${count(added)} added`] : []),
    ...(removed > 0 ? [`${count(removed)} removed`] : []),
    ...(changed > 0 ? [`${count(changed)} changed`] : []),
  ]
  return parts.length === 0 ? 'Nothing changed' : parts.join(', ')
}

/** What a snapshot lacks. */
export function partlyWords({
  number,
  unreadable,
}: Pick<InventorySnapshot, 'number' | 'unreadable'>): string {
  return `Snapshot ${number} could not read ${counted(unreadable, 'identity, application or area', 'identities, applications or areas')}. What was known of them before stands in it, so that a change there shows in a later one.`
}

export function keptWords(days: number): string {
  return `Snapshots are kept for ${counted(days, 'day')}; the newest one always stays.`
}
