import {
  compareClaims,
  decodeToken,
  evaluateExpression,
  parseExpression,
  type ClaimComparison,
  type TermResult,
} from '@trustwright/federation'
import type { Trust } from '@trustwright/shared-schemas'
import { isFlexible } from '../trust-words.ts'

/** What the browser can say about a pasted token without sending it anywhere. */
export type TokenReading =
  | { readonly state: 'empty' }
  | { readonly state: 'unreadable'; readonly problem: string }
  | {
      readonly state: 'read'
      readonly claims: { readonly issuer: string; readonly subject: string; readonly audience: string }
      readonly comparison: ClaimComparison
      /** Of a flexible trust: each condition of its pattern, with what the token says. Empty for one with a subject. */
      readonly terms: readonly TermResult[]
      readonly lifetime: TokenLifetime
    }

/** Moments in milliseconds since 1970. */
export type TokenLifetime =
  | { readonly state: 'ended' | 'current'; readonly endsAt: number }
  | { readonly state: 'not-yet'; readonly startsAt: number }
  | { readonly state: 'unknown' }

/** Decodes and compares. `now` in milliseconds. */
export function readToken(text: string, trust: Trust, now: number): TokenReading {
  const token = text.trim()
  if (token === '') return { state: 'empty' }
  const decoded = decodeToken(token)
  if ('problem' in decoded) return { state: 'unreadable', problem: decoded.problem }
  const { claims } = decoded
  return {
    state: 'read',
    claims: {
      issuer: claimText(claims['iss']),
      subject: claimText(claims['sub']),
      audience: audienceText(claims['aud'], trust.audiences[0]),
    },
    ...compare(claims, trust),
    lifetime: lifetimeOf(claims, now),
  }
}

function compare(claims: Readonly<Record<string, unknown>>, trust: Trust) {
  const comparison = compareClaims(claims, trust)
  if (!isFlexible(trust)) return { comparison, terms: [] }
  const { expression } = parseExpression(trust.expression)
  const result = expression === null ? null : evaluateExpression(expression, claims)
  const { issuer, audience } = comparison
  const matches = issuer === null && audience === null && result?.matches === true
  return { comparison: { issuer, audience, subject: null, matches }, terms: result?.terms ?? [] }
}

/** `now` is some seconds old where a page shows it, and clocks differ. */
const lagMs = 10_000

function lifetimeOf(claims: Readonly<Record<string, unknown>>, now: number): TokenLifetime {
  const startsAt = moment(claims['nbf'])
  if (startsAt !== null && startsAt > now + lagMs) return { state: 'not-yet', startsAt }
  const endsAt = moment(claims['exp'])
  if (endsAt === null) return { state: 'unknown' }
  return { state: endsAt <= now ? 'ended' : 'current', endsAt }
}

function moment(claim: unknown): number | null {
  return typeof claim === 'number' && Number.isFinite(claim) ? claim * 1000 : null
}

function claimText(claim: unknown): string {
  return typeof claim === 'string' ? claim : ''
}

/** A token may name several audiences; one that equals the trust's is the one to show. */
function audienceText(claim: unknown, stored: string | undefined): string {
  if (!Array.isArray(claim)) return claimText(claim)
  const texts = claim.filter((one) => typeof one === 'string')
  return texts.find((one) => one === stored) ?? texts[0] ?? ''
}
