import { findingSeverities } from '../findings/finding.ts'
import type { QueryValue, TrustQueryKey } from './query.ts'

/** A risk at least as bad is written `high+`. */
const risks: readonly string[] = [
  ...findingSeverities,
  ...findingSeverities.map((severity) => `${severity}+`),
  'none',
  'unknown',
]

/** Within the last days, or not for so many. */
const span = /^([<>])(\d{1,5})d$/

/** What is wrong with a value, as a sentence; null where nothing is. */
export function problemOf(key: TrustQueryKey, { text, exact }: QueryValue): string | null {
  if (text === '') return exact ? 'The quotes are empty.' : `Write what ${key}: is about behind the colon.`
  if (key === 'kind') return ['app', 'mi'].includes(text.toLowerCase()) ? null : 'kind: is app or mi.'
  if (key === 'risk') {
    return risks.includes(text.toLowerCase())
      ? null
      : `risk: is ${findingSeverities.join(', ')}, none or unknown; high+ is high and worse.`
  }
  if (key === 'used') {
    return ['never', 'unknown'].includes(text.toLowerCase()) || span.test(text.toLowerCase())
      ? null
      : 'used: is never, unknown, <30d (within 30 days) or >90d (not for 90 days).'
  }
  if ((key === 'scope' || key === 'within') && !text.startsWith('/')) {
    return `${key}: is a resource ID, such as /subscriptions/….`
  }
  return null
}

/** Days, or null where the value is none of the two. */
export function spanOf(text: string): { readonly within: boolean; readonly days: number } | null {
  const [, sign, days] = span.exec(text.toLowerCase()) ?? []
  return days === undefined ? null : { within: sign === '<', days: Number(days) }
}
