import type { StoredFinding } from '@trustwright/shared-schemas'
import { calendarDay, relativeTime } from '../../lib/time.ts'

type Stand = Pick<StoredFinding, 'acceptance' | 'firstSeenAt' | 'fixedAt' | 'fixedBy' | 'state'>

/** Where a finding stands, in words; `now` in milliseconds. */
export function standWords({ acceptance, firstSeenAt, fixedAt, fixedBy, state }: Stand, now: number): string {
  const first = `First seen ${relativeTime(Date.parse(firstSeenAt), now)}.`
  if (state === 'fixed') {
    const how = fixedBy === 'trust-gone' ? 'its trust is gone' : 'it no longer holds'
    const when = fixedAt === null ? '' : ` ${relativeTime(Date.parse(fixedAt), now)}`
    return `Fixed${when}: ${how}. ${first}`
  }
  if (acceptance === null) return first
  const { acceptRuleId, by, reason, until } = acceptance
  const end = until === null ? '' : ` until ${calendarDay(until.slice(0, 10))}`
  const how = acceptRuleId === null ? `by ${by}` : `by a rule of ${by}`
  return `Accepted${end} ${how}: ${reason}`
}
