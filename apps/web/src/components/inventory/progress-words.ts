import type { InventoryScan } from '@trustwright/shared-schemas'
import { duration } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

/** How far a pass is, in one sentence. `now` in milliseconds. */
export function progressWords(scan: InventoryScan, now: number): string {
  if (scan.waitingUntil !== null && Date.parse(scan.waitingUntil) > now) {
    const wait = duration((Date.parse(scan.waitingUntil) - now) / 1000)
    return `Azure asked us to slow down. Next try in ${wait}. Nothing was lost.`
  }
  if (scan.state === 'signed-out') return scan.stoppedBecause ?? 'It goes on when you sign in again.'
  if (scan.waitingFor === 'other-scan') {
    return 'Somebody else reads this tenant just now. Yours begins when they are done.'
  }
  const found = scan.identitiesFound + scan.applicationsFound
  if (found === 0) {
    if (scan.state === 'queued') return 'Its turn comes in a moment.'
    return `Looking through ${counted(scan.subscriptionsFound, 'subscription')} and the directory.`
  }
  const read = scan.identitiesRead + scan.applicationsRead
  const rate = scan.perSecond === null ? '' : `, ${count(Math.round(scan.perSecond * 10) / 10)} a second`
  const left = scan.secondsLeft === null ? '' : `, about ${duration(scan.secondsLeft)} left`
  return `${count(read)} of ${counted(found, 'identity or application', 'identities and applications')} read${rate}${left}.`
}
