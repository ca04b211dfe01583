import type { InventoryScan } from '@trustwright/shared-schemas'
import { howWords } from '../../components/inventory/how-words.ts'
import { relativeTime } from '../../lib/time.ts'
import { count, counted } from '../../lib/words.ts'

/** How old the data of a finished pass are, and how they came. */
export function ageWords(scan: InventoryScan, now: number): string {
  const at = Date.parse(scan.finishedAt ?? scan.startedAt)
  const sources = [
    counted(scan.subscriptionsFound, 'subscription'),
    counted(scan.identitiesRead, 'identity', 'identities'),
    counted(scan.applicationsRead, 'application'),
  ]
  const how = howWords(scan)
  const from = new Intl.ListFormat('en-GB').format(sources)
  return `Read ${relativeTime(at, now)} from ${from}.${how === null ? '' : ` ${how}`}`
}

interface Counts {
  readonly shown: number
  readonly all: number
  readonly selected: number
  /** More is on its way to the page, or is still worked through. */
  readonly isGrowing: boolean
}

/** `38 of 1,284 trusts, 2 selected`, `1,284 trusts`, `500 trusts so far`. */
export function countWords({ all, isGrowing, selected, shown }: Counts): string {
  const trusts = shown === all ? counted(all, 'trust') : `${count(shown)} of ${counted(all, 'trust')}`
  const told = isGrowing ? `${trusts} so far` : trusts
  return selected === 0 ? told : `${told}, ${count(selected)} selected`
}
