import { daysBetween } from '../days.ts'
import { fixOf, type TrustRule } from '../rule.ts'

/** https://learn.microsoft.com/graph/api/resources/signin */
export const unused: TrustRule = {
  id: 'unused',
  about: 'trust',
  title: 'Not used for a long time',
  severity: 'low',
  because: 'A door that nobody uses is one that nobody watches; a workload that is gone is often the reason.',
  needs: 'The last use, from the sign-in logs.',
  remedy: 'Ask the owner, then delete it: it can be restored from its stored form.',
  judge({ trust: { lastUse }, world: { now, numbers } }) {
    if (!lastUse.known) return { gap: lastUse.because }
    if (lastUse.value.state === 'never') return null
    const days = daysBetween(lastUse.value.at, now)
    if (days === null) return { gap: 'failed' }
    if (days < numbers.unusedDays) return null
    return {
      text: `Nobody used it for ${Math.floor(days)} days.`,
      evidence: `Last use: ${lastUse.value.at}`,
      fix: fixOf('Ask the owner whether it is still needed, then delete it.', { kind: 'delete' }),
      news: [lastUse.value.at],
    }
  },
}
