import type { InventoryScan } from '@trustwright/shared-schemas'
import { duration, relativeTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

/** How far a pass is, in one sentence. `now` in milliseconds. */
export function progressWords(scan: InventoryScan, now: number): string {
  if (scan.waitingUntil !== null && Date.parse(scan.waitingUntil) > now) {
    const wait = duration((Date.parse(scan.waitingUntil) - now) / 1000)
    return `Azure asked us to slow down. Next try in ${wait}. Nothing was lost.`
  }
  if (scan.identitiesFound === 0)
    return `Looking through ${counted(scan.subscriptionsFound, 'subscription')}.`
  const left = scan.secondsLeft === null ? '' : `, about ${duration(scan.secondsLeft)} left`
  return `${count(scan.identitiesRead)} of ${counted(scan.identitiesFound, 'identity', 'identities')} read${left}.`
}

/** How old the data of a finished pass are. */
export function ageWords(scan: InventoryScan, now: number): string {
  const at = Date.parse(scan.finishedAt ?? scan.startedAt)
  const sources = [
    counted(scan.subscriptionsFound, 'subscription'),
    counted(scan.identitiesRead, 'identity', 'identities'),
    // Passes of portals that did not read applications yet say nothing of them.
    ...(scan.applicationsRead === undefined ? [] : [counted(scan.applicationsRead, 'application')]),
  ]
  return `Read ${relativeTime(at, now)} from ${new Intl.ListFormat('en-GB').format(sources)}.`
}

/** `38 of 1,284 trusts, 2 selected`, `1,284 trusts`. */
export function countWords(shown: number, all: number, selected: number): string {
  const trusts = shown === all ? counted(all, 'trust') : `${count(shown)} of ${counted(all, 'trust')}`
  return selected === 0 ? trusts : `${trusts}, ${count(selected)} selected`
}
