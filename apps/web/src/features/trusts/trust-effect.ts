import type { Cloud } from '@trustwright/federation'
import { isFlexible } from '../../components/trust-words.ts'
import { workloadOf, type EffectOf } from './workload-words.ts'

/** What the trust lets happen, effect first: `Only jobs in … can sign in as id-pay-prod.` */
export function effectSentence(trust: EffectOf, identityName: string, cloud: Cloud = 'public'): string {
  if (trust.subject === null && !isFlexible(trust))
    return `Nothing can sign in as ${identityName} through this trust: it has no subject.`
  const { who, narrow } = workloadOf(trust, cloud)
  if (!narrow) return `${who} can sign in as ${identityName}.`
  return `Only ${lowerFirst(who)} can sign in as ${identityName}.`
}

/** What stops working when the trust is gone. */
export function lossSentence(trust: EffectOf, identityName: string, cloud: Cloud = 'public'): string {
  if (trust.subject === null && !isFlexible(trust))
    return 'Nothing stops working: a trust without a subject matches no token.'
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
  if (was === will) return `${will} stay named, but with other values: tokens with the old ones stop working.`
  return `${was} will no longer be able to sign in as ${identityName}. ${will} will.`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
