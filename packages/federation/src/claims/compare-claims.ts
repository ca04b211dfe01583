import type { StoredClaims } from '../model/preset.ts'
import { differenceOf, type Difference, sharedLength } from './difference.ts'

export interface ClaimComparison {
  readonly issuer: Difference | null
  readonly subject: Difference | null
  readonly audience: Difference | null
  readonly matches: boolean
}

/** Claims of a token as decoded. A value of the wrong type counts as missing, which is the empty text. */
export interface PresentedClaims {
  readonly iss?: unknown
  readonly sub?: unknown
  readonly aud?: unknown
}

/**
 * Every difference between a token and a stored trust, as Entra compares them: character by character, capitals
 * included; one audience of the token has to equal the stored one.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function compareClaims(claims: PresentedClaims, trust: StoredClaims): ClaimComparison {
  const issuer = differenceOf(trust.issuer, asText(claims.iss))
  const subject = differenceOf(trust.subject ?? '', asText(claims.sub), trust.subject === null)
  const audience = audienceDifference(trust.audiences ?? [], audiencesOf(claims.aud))
  return { issuer, subject, audience, matches: issuer === null && subject === null && audience === null }
}

/** Null when one stored audience is presented, else the difference of the two that are most alike. */
export function audienceDifference(
  stored: readonly string[],
  presented: readonly string[],
): Difference | null {
  if (stored.some((value) => presented.includes(value))) return null
  const pairs = stored.flatMap((value) => presented.map((other) => [value, other] as const))
  const nearest = pairs.toSorted(([a, b], [c, d]) => nearness(c, d) - nearness(a, b))[0]
  const [value, other] = nearest ?? [stored[0] ?? '', presented[0] ?? '']
  return differenceOf(value, other, true)
}

function nearness(a: string, b: string): number {
  return sharedLength(a.toLowerCase(), b.toLowerCase())
}

function audiencesOf(aud: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(aud) ? aud : [aud]
  return list.filter((value) => typeof value === 'string')
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
