const dayMs = 86_400_000

/** The longest that the portal lets a finding be accepted. */
export const mostDays = 730

/** `2027-02-20`, so many days after a moment in milliseconds. */
export function dayAfter(now: number, days: number): string {
  return new Date(now + days * dayMs).toISOString().slice(0, 10)
}

/** The end of a day, in UTC. */
export function endOfDay(day: string): string {
  return `${day}T23:59:59Z`
}

/** Why a day cannot be chosen; null when it can. */
export function untilProblem(day: string, now: number): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    return 'Choose the day until which it holds.'
  const end = Date.parse(endOfDay(day))
  if (end <= now) return 'The day is past. Choose one to come.'
  if (end > now + mostDays * dayMs)
    return 'The day is more than two years ahead: whoever comes after should look again.'
  return null
}

/** Why words do not tell a reason; null when they may. */
export function reasonProblem(reason: string): string | null {
  if (reason.trim().length < 3) return 'Say why, in a few words.'
  return reason.trim().length > 1000 ? 'A reason has at most 1,000 characters.' : null
}
