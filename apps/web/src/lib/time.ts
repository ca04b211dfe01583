const steps = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
const exact = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'long',
  timeZone: 'UTC',
})

/** `3 days ago`, `in 5 minutes`, `just now`. Both are moments in milliseconds. */
export function relativeTime(at: number, now: number): string {
  const seconds = (at - now) / 1000
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  }
  return 'just now'
}

/** `21 Nov 2026, 22:19:45 UTC`. */
export function exactTime(at: number): string {
  return exact.format(at)
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** `30 Sept 2026`, from `2026-09-30`. */
export function calendarDay(date: string): string {
  return day.format(Date.parse(date))
}

/** `4 min 10 s`, `35 s`, from a number of seconds. */
export function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  if (whole < 60) return `${whole} s`
  const minutes = Math.floor(whole / 60)
  if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
  return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`
}

/**
 * How old a trust is. Azure does not tell when one was made: what the portal made has its time, anything else is only
 * known to be at least as old as the portal's first sight of it. `days` sorts; -1 when nothing is known.
 */
export function trustAge(
  trust: { readonly createdAt: string | null; readonly firstSeenAt: string | null },
  now: number,
): { readonly days: number; readonly text: string; readonly exact: string } {
  const known = trust.createdAt ?? trust.firstSeenAt
  if (known === null)
    return { days: -1, text: 'not known', exact: 'Azure does not tell when a trust was made.' }
  const at = Date.parse(known)
  const days = Math.max(0, (now - at) / 86_400_000)
  if (trust.createdAt !== null)
    return { days, text: relativeTime(at, now), exact: `Created ${exactTime(at)}` }
  const whole = Math.floor(days)
  return {
    days,
    text: whole < 1 ? 'first seen today' : `at least ${whole} ${whole === 1 ? 'day' : 'days'}`,
    exact: `First seen by this portal ${exactTime(at)}. Azure does not tell when it was made.`,
  }
}
