import { compareClaims, evaluateExpression, parseExpression } from '@trustwright/federation'
import type { FoundTrust, LookupAnswer, Trust, TrustLookup } from '@trustwright/shared-schemas'
import { findTenantTrusts, type TenantTrust } from '../../domain/tenant-trusts.ts'
import type { Caller } from '../../ports.ts'
import type { DiagnosisDeps } from './diagnosis-deps.ts'
import { comparedWithOf } from './known-trusts.ts'
import { refuseTokens } from './refuse-tokens.ts'

const most = 20

/** The person's trusts that would match the claims, then those that nearly would. Throws TOKEN_NOT_WANTED. */
export async function lookUpTrusts(
  deps: Pick<DiagnosisDeps, 'clock' | 'db'>,
  caller: Caller,
  wanted: TrustLookup,
): Promise<LookupAnswer> {
  refuseTokens([wanted.issuer, wanted.subject, wanted.audience ?? ''])
  const tenant = await findTenantTrusts(deps, caller, [wanted])
  const found = tenant.trusts
    .map((each) => beside(each, wanted))
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ trust }) => trust)
  return { found, comparedWith: comparedWithOf(tenant) }
}

function beside({ trust, applicationName }: TenantTrust, wanted: TrustLookup) {
  const { issuer, subject, audience } = differences(trust, wanted)
  const differs = [
    ...(issuer === 0 ? [] : ['issuer' as const]),
    ...(subject === 0 ? [] : ['subject' as const]),
    ...(audience === 0 ? [] : ['audience' as const]),
  ]
  const found: FoundTrust = {
    match: differs.length === 0 ? 'exact' : 'near',
    differs,
    parent: trust.parent,
    applicationName,
    name: trust.name,
    issuer: trust.issuer,
    subject: trust.subject,
    expression: trust.expression ?? null,
    audiences: trust.audiences,
  }
  return { trust: found, distance: 3 * issuer + 2 * subject + audience }
}

/** 0 equal, up to 1 for values that share nothing. */
function differences(trust: Trust, { issuer, subject, audience }: TrustLookup) {
  const presented = { iss: issuer, sub: subject, aud: audience ?? trust.audiences[0] }
  const compared = compareClaims(presented, trust)
  return {
    issuer: weightOf(compared.issuer),
    subject: trust.expression ? Number(!fits(trust.expression, subject)) : weightOf(compared.subject),
    audience: weightOf(compared.audience),
  }
}

function weightOf(difference: ReturnType<typeof compareClaims>['issuer']): number {
  if (difference === null) return 0
  if (difference.kind !== 'other') return 0.05
  const longest = Math.max(difference.stored.length, difference.presented.length, 1)
  return 1 - (0.9 * difference.firstDifferenceAt) / longest
}

/** Only the subject is known of the claims that a pattern may name. */
function fits(pattern: string, subject: string): boolean {
  const parsed = parseExpression(pattern)
  return parsed.expression !== null && evaluateExpression(parsed.expression, { sub: subject }).matches
}
