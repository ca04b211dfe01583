import type { Cause } from '../diagnosis/cause.ts'
import type { CauseCode } from '../diagnosis/codes.ts'
import type { TrustCase } from './trust-case.ts'

/** About hosts that Entra does not reach, which have a rule of their own. */
export const unreachableCodes: readonly CauseCode[] = ['issuer-private', 'issuer-in-cluster']

/**
 * Why no token can match: what a diagnosis calls certain, but for what would only be refused on a new write. Where the stored
 * issuer has a fault itself, what its address answers says no more.
 */
export function deadCauses({ trust, isAksMade, causes, world }: TrustCase): readonly Cause[] {
  if (isAksMade || isPlainHttp(trust.issuer)) return []
  const stored = causes().filter((cause) => isDeadly(cause) && !isSeveralAudiences(cause, trust.audiences))
  return stored.some(({ field }) => field === 'issuer')
    ? stored
    : [...stored, ...world.probeCausesOf(trust.issuer)]
}

function isDeadly({ severity, certainty, field, code }: Cause): boolean {
  if (severity !== 'block' || certainty !== 'certain') return false
  return field !== 'name' && field !== 'expression' && !unreachableCodes.includes(code)
}

/** Old trusts have several; whether the first one counts is not told. */
function isSeveralAudiences({ code }: Cause, audiences: readonly string[]): boolean {
  return code === 'audience-count' && audiences.length > 1
}

export function isPlainHttp(issuer: string): boolean {
  return /^\s*http:/i.test(issuer)
}
