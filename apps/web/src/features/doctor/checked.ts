import type { Presented } from '@trustwright/federation'
import { claimLabels } from '../../components/diagnosis/alignment-words.ts'
import { duration, relativeTime } from '../../lib/time.ts'
import { counted } from '../../lib/words.ts'
import { clientFact, tenantFact } from './checked-names.ts'
import type { Examination } from './examine.ts'
import { issuerFact, type IssuerLook } from './issuer-fact.ts'
import type { Scope, TenantTrust } from './scope.ts'

/** One thing that was looked at. `warn`: known, and no fault by itself; `unknown`: not looked at, and the words say why. */
export interface Checked {
  readonly what: string
  readonly state: 'fine' | 'differs' | 'warn' | 'unknown'
  readonly words: string
}

interface Around {
  readonly look: IssuerLook
  /** Of the portal; null while nobody is signed in. */
  readonly tenantId: string | null
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What was looked at, whether or not it is at fault, and last what was not. */
export function checkedFacts(found: Examination, scope: Scope, { look, tenantId, now }: Around) {
  const { presented, matching, nearest, error } = found
  const trust = matching[0] ?? nearest[0]?.trust
  const facts = [
    ...claimFacts(found, scope),
    ...(presented?.source === 'token' ? tokenFacts(presented, now) : []),
    tenantFact(error, tenantId),
    clientFact(error, scope),
    ...(trust === undefined ? [] : [ageFact(trust.stored.createdAt, now)]),
    trustsFact(scope, now),
    issuerFact(look, presented),
  ]
  const order: readonly Checked['state'][] = ['differs', 'warn', 'fine', 'unknown']
  return facts.toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
}

function claimFacts(found: Examination, scope: Scope): readonly Checked[] {
  return (['issuer', 'subject', 'audience'] as const).map((claim) => ({
    what: claimLabels[claim],
    ...claimState(claim, found, scope),
  }))
}

function claimState(
  claim: 'issuer' | 'subject' | 'audience',
  { presented, matching, nearest }: Examination,
  { trusts }: Scope,
): Omit<Checked, 'what'> {
  const shown = claim === 'audience' ? presented?.audiences?.[0] : presented?.[claim]
  if (shown === undefined) return { state: 'unknown', words: 'not in the text' }
  const trust = matching[0] ?? nearest[0]?.trust
  if (trust === undefined)
    return {
      state: 'unknown',
      words: trusts === null ? 'read, with no trust beside it' : 'no trust is near enough to compare',
    }
  const differs = matching.length === 0 && nearest[0]?.differences.some((one) => one.claim === claim) === true
  if (differs) return { state: 'differs', words: 'differs' }
  if (claim === 'subject' && isPattern(trust)) {
    return matching.length > 0
      ? { state: 'fine', words: 'meets the pattern' }
      : { state: 'differs', words: 'does not meet the pattern' }
  }
  return { state: 'fine', words: 'same, letter by letter' }
}

function isPattern({ claimsMatchingExpression }: TenantTrust): boolean {
  return claimsMatchingExpression !== undefined && claimsMatchingExpression !== null
}

function tokenFacts({ claims, header }: Presented, now: number): readonly Checked[] {
  const ends = claims['exp']
  const algorithm = header['alg']
  return [
    typeof ends !== 'number'
      ? { what: 'Lifetime', state: 'unknown', words: 'the token does not tell' }
      : ends * 1000 > now
        ? { what: 'Lifetime', state: 'fine', words: `ends in ${duration(ends - now / 1000)}` }
        : { what: 'Lifetime', state: 'warn', words: `this token ended ${relativeTime(ends * 1000, now)}` },
    typeof algorithm !== 'string'
      ? { what: 'Algorithm', state: 'unknown', words: 'not in the text' }
      : algorithm === 'RS256'
        ? { what: 'Algorithm', state: 'fine', words: 'RS256' }
        : { what: 'Algorithm', state: 'differs', words: `${algorithm.slice(0, 40)}, not RS256` },
  ]
}

/** Azure spreads a record within ten minutes or so. */
const youngMs = 10 * 60_000

function ageFact(createdAt: string | null, now: number): Checked {
  const what = 'Trust’s age'
  if (createdAt === null) return { what, state: 'unknown', words: 'Azure does not tell' }
  const at = Date.parse(createdAt)
  const words = `made ${relativeTime(at, now)}`
  return now - at < youngMs
    ? { what, state: 'warn', words: `${words}: Azure may still be spreading it` }
    : { what, state: 'fine', words }
}

function trustsFact(scope: Scope, now: number): Checked {
  const { trusts, parent, isPasted = false, total, readAt, unreadable = 0 } = scope
  const what = 'Trusts'
  if (trusts === null) return { what, state: 'unknown', words: 'not looked up' }
  const some = total !== undefined && total > trusts.length
  const whose = isPasted ? 'your paste' : (parent?.name ?? 'the tenant')
  const which = some
    ? `the ${trusts.length} most alike of ${counted(total, 'trust')} compared`
    : `${counted(trusts.length, 'trust')} of ${whose} compared`
  const when = typeof readAt === 'number' ? `, read ${relativeTime(Math.min(readAt, now), now)}` : ''
  const gap = unreadable > 0 && parent === null ? `; ${counted(unreadable, 'place')} could not be read` : ''
  return {
    what,
    state: trusts.length === 0 || gap !== '' ? 'warn' : 'fine',
    words: `${which}${when}${gap}`,
  }
}
