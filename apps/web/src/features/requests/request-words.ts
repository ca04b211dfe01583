import type { TrustRequest } from '@trustwright/shared-schemas'
import { relativeTime } from '../../lib/time.ts'

type Look = 'open' | 'good' | 'bad' | 'quiet'

/** How a request stands, in one word and its look. An open one whose last approval failed says so. */
export function stateWords({ problem, state }: Pick<TrustRequest, 'problem' | 'state'>): {
  readonly word: string
  readonly look: Look
} {
  if (state === 'open')
    return problem === null ? { word: 'Open', look: 'open' } : { word: 'Failed, open', look: 'bad' }
  if (state === 'approving') return { word: 'Being created', look: 'open' }
  if (state === 'approved') return { word: 'Approved', look: 'good' }
  return state === 'declined' ? { word: 'Declined', look: 'bad' } : { word: 'Withdrawn', look: 'quiet' }
}

type Told = Pick<TrustRequest, 'decidedAt' | 'decidedBy' | 'requestedAt' | 'requestedBy'>

/** Who asked when, and who decided. `now` in milliseconds. */
export function whoLine({ decidedAt, decidedBy, requestedAt, requestedBy }: Told, now: number): string {
  const asked = `Asked by ${requestedBy.username} ${relativeTime(Date.parse(requestedAt), now)}`
  if (decidedAt === null) return asked
  const by = decidedBy === null ? '' : ` by ${decidedBy.username}`
  return `${asked}, decided${by} ${relativeTime(Date.parse(decidedAt), now)}`
}
