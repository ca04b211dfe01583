import type { InventoryScan } from '@trustwright/shared-schemas'
import { relativeTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

/** How old the data of a finished pass are. */
export function ageWords(scan: InventoryScan, now: number): string {
  const at = Date.parse(scan.finishedAt ?? scan.startedAt)
  const sources = [
    counted(scan.subscriptionsFound, 'subscription'),
    counted(scan.identitiesRead, 'identity', 'identities'),
    counted(scan.applicationsRead, 'application'),
  ]
  return `Read ${relativeTime(at, now)} from ${new Intl.ListFormat('en-GB').format(sources)}.`
}

/** `38 of 1,284 trusts, 2 selected`, `1,284 trusts`. */
export function countWords(shown: number, all: number, selected: number): string {
  const trusts = shown === all ? counted(all, 'trust') : `${count(shown)} of ${counted(all, 'trust')}`
  return selected === 0 ? trusts : `${trusts}, ${count(selected)} selected`
}
