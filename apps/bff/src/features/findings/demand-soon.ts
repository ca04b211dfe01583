import { PortalError } from '../../errors.ts'

const mostDays = 731

/** Throws INPUT_REFUSED unless the time is to come, and within two years. */
export function demandSoon(until: string, now: Date): void {
  const days = (Date.parse(until) - now.getTime()) / 86_400_000
  if (days > 0 && days <= mostDays) return
  throw new PortalError('INPUT_REFUSED', {
    fields: [
      {
        path: 'until',
        message:
          days > 0
            ? 'The day is more than two years ahead: whoever comes after should look again.'
            : 'The day is past. Choose one to come.',
      },
    ],
  })
}
