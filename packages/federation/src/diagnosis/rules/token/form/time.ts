import type { Cause } from '../../../cause.ts'
import { causeOf } from '../../../cause.ts'
import type { Presented } from '../../../claims/presented.ts'
import type { TokenContext } from '../../../claims/token-context.ts'

/** Clocks may differ by as much without harm: Entra allows five minutes. https://learn.microsoft.com/entra/identity-platform/access-tokens#validate-tokens */
const skewSeconds = 300

/**
 * The time a token is valid. A pasted token has nearly always ended by now, which says nothing while other values differ:
 * `isOnlyReason` tells that all of them are equal.
 */
export function timeCauses(
  { claims }: Presented,
  { now }: TokenContext,
  isOnlyReason: boolean,
): readonly Cause[] {
  const [start, end] = [secondsOf(claims['nbf']) ?? secondsOf(claims['iat']), secondsOf(claims['exp'])]
  const today = now === undefined ? Number.NaN : Date.parse(now) / 1000
  if (Number.isNaN(today)) return []
  if (end !== null && end <= today) return [expired(start, end, today, isOnlyReason)]
  if (start === null || start <= today + skewSeconds) return []
  return [
    causeOf('token-not-yet', {
      severity: 'block',
      certainty: 'certain',
      text: `Azure does not take the token yet: it becomes valid ${lengthOf(start - today)} from now. The clock of the platform or of the runner is likely ahead.`,
      evidence: `Valid from ${timeOf(start)}; now ${timeOf(today)}`,
      fix: 'Set the clock of the machine that issues the tokens (NTP), then fetch a new token.',
    }),
  ]
}

function expired(start: number | null, end: number, today: number, isOnlyReason: boolean): Cause {
  const evidence = `${start === null ? '' : `Valid from ${timeOf(start)} `}until ${timeOf(end)}; now ${timeOf(today)}`
  return causeOf('token-expired', {
    severity: isOnlyReason ? 'block' : 'info',
    certainty: 'certain',
    text: isOnlyReason
      ? `Azure does not take the token any more: it expired ${lengthOf(today - end)} ago. All its values match.`
      : `The token expired ${lengthOf(today - end)} ago, as pasted ones do; it is not what the other causes are about.`,
    evidence,
    fix: 'Log in again right before the late step, or get all access tokens early: tools that cached the first token present it again.',
  })
}

/** Seconds since 1970; other values, also such as would be no date, are no time. */
function secondsOf(value: unknown): number | null {
  const seconds = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value
  return typeof seconds === 'number' && seconds > 0 && seconds < 8e9 ? seconds : null
}

export function timeOf(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString().replace('.000Z', 'Z')
}

/** `37 minutes`, `91 days`: one unit is enough. */
export function lengthOf(seconds: number): string {
  const units = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
    ['second', 1],
  ] as const
  const [unit, size] = units.find(([, length]) => seconds >= 2 * length) ?? (['second', 1] as const)
  const count = Math.max(1, Math.floor(seconds / size))
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
