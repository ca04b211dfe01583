import type { Cloud } from '@trustwright/federation'
import { lowerFirst } from '../../lib/words.ts'
import { isFlexible } from '../trust-words.ts'
import { workloadOf, type EffectOf } from './workload-words.ts'

/** What the trust lets happen, effect first: `Only jobs in … can sign in as id-pay-prod.` */
export function effectSentence(trust: EffectOf, identityName: string, cloud: Cloud = 'public'): string {
  const why = matchesNothing(trust)
  if (why !== null) return `Nothing can sign in as ${identityName} through this trust: ${why}.`
  const { who, narrow } = workloadOf(trust, cloud)
  if (!narrow) return `${who} can sign in as ${identityName}.`
  return `Only ${lowerFirst(who)} can sign in as ${identityName}.`
}

/** In the place of the effect where the checks are certain that no token matches. */
export function noEffect(identityName: string): string {
  return `Nothing can sign in as ${identityName} through this trust as it stands.`
}

/** What stops working when the trust is gone. */
export function lossSentence(trust: EffectOf, identityName: string, cloud: Cloud = 'public'): string {
  const why = matchesNothing(trust)
  if (why !== null) return `Nothing stops working, since no token matches it: ${why}.`
  return `${workloadOf(trust, cloud).who} will no longer be able to sign in as ${identityName}.`
}

/** What a change of values does, or null when it does nothing. */
export function changeSentence(
  before: EffectOf,
  after: EffectOf,
  identityName: string,
  cloud: Cloud = 'public',
): string | null {
  const isSame = (['issuer', 'subject', 'expression'] as const).every((part) => before[part] === after[part])
  if (isSame) return null
  const was = workloadOf(before, cloud).who
  const will = workloadOf(after, cloud).who
  const why = matchesNothing(after)
  if (matchesNothing(before) !== null)
    return why === null
      ? `${will} will be able to sign in as ${identityName}. Nothing was before.`
      : `Still nothing can sign in as ${identityName}: ${why}.`
  if (why !== null)
    return `${was} will no longer be able to sign in as ${identityName}, and nothing else will: ${why}.`
  if (was === will) return `${will} stay named, but with other values: tokens with the old ones stop working.`
  return `${was} will no longer be able to sign in as ${identityName}. ${will} will.`
}

/**
 * Why no token can match; null where one may.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
function matchesNothing(trust: EffectOf): string | null {
  if (isFlexible(trust)) return null
  if (trust.subject === null) return 'it has no subject'
  return trust.subject.includes('*') ? 'Azure takes the * in its subject as a plain character' : null
}
