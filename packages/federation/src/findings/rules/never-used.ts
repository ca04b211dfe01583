import { daysBetween } from '../days.ts'
import { valueOf } from '../facts/fact.ts'
import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/graph/api/resources/signin */
export const neverUsed: TrustRule = {
  id: 'never-used',
  about: 'trust',
  title: 'Never used',
  severity: 'low',
  because: 'It was likely made for a try or with a mistake, and stays open for whoever fits it one day.',
  needs: 'The last use, from sign-in logs that were watched for long enough, and the day it was made.',
  remedy: 'Ask whoever made it, then delete it.',
  yieldsTo: ['cannot-match', 'dead-twin'],
  judge({ trust: { lastUse, createdAt }, world: { now, numbers } }) {
    if (!lastUse.known) return { gap: lastUse.because }
    if (lastUse.value.state === 'used') return null
    const watched = daysBetween(lastUse.value.watchedSince, now)
    const made = valueOf(createdAt)
    const age = made === undefined ? watched : daysBetween(made, now)
    if (watched === null || age === null) return { gap: 'failed' }
    const days = Math.min(watched, age)
    if (days < numbers.neverUsedDays) return { gap: 'too-early' }
    return {
      text: `Nobody used it in the ${Math.floor(days)} days that its sign-ins were watched.`,
      evidence: `No sign-in since ${lastUse.value.watchedSince}${made === undefined ? '' : `; made ${made}`}`,
      fix: fixOf('Ask whoever made it whether it is still needed, then delete it.', { kind: 'delete' }),
      news: [],
    }
  },
}
