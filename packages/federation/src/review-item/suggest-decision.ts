import { daysBetween } from '../findings/days.ts'
import type { Fact } from '../findings/facts/fact.ts'
import type { LastUse } from '../findings/facts/inventory.ts'
import { type Finding, findingSeverities } from '../findings/finding.ts'
import type { FindingRuleId } from '../findings/rule-ids.ts'

/** What a reviewer may do with a trust. `look`: nothing proves either, or something is wrong that a decision has to weigh. */
export const suggestedDecisions = ['keep', 'remove', 'look'] as const
export type SuggestedDecision = (typeof suggestedDecisions)[number]

export interface Suggestion {
  readonly decision: SuggestedDecision
  /** One sentence: what was seen that says so. */
  readonly evidence: string
  /** The rule that decided; null where none did. */
  readonly rule: FindingRuleId | null
}

export interface ReviewedItem {
  /** Active ones of the trust and of its parent; accepted ones are left out. */
  readonly findings: readonly Pick<Finding, 'rule' | 'severity' | 'text' | 'fix'>[]
  readonly lastUse: Fact<LastUse>
}

/** A trust that was used so lately is in use. */
const inUseDays = 30

type Reviewed = ReviewedItem['findings'][number]

/**
 * What to do with one trust of a review. `now` is ISO 8601. To remove is suggested for proof alone: its workload or issuer is
 * gone for certain, no token can match, or nobody used it in the time that its sign-ins were watched. What AKS keeps stays.
 */
export function suggestDecision({ findings, lastUse }: ReviewedItem, now: string): Suggestion {
  const worstFirst = findings.toSorted((a, b) => placeOf(a) - placeOf(b))
  const managed = worstFirst.find(({ rule }) => rule === 'aks-managed')
  const days = lastUse.known && lastUse.value.state === 'used' ? usedDays(lastUse.value.at, now) : null
  if (managed === undefined) {
    const proof = worstFirst.find((finding) => provesRemoval(finding, days))
    if (proof !== undefined) return { decision: 'remove', evidence: proof.text, rule: proof.rule }
  }
  const [worst] = worstFirst.filter(({ rule }) => rule !== 'aks-managed')
  if (worst !== undefined && weighs(worst))
    return { decision: 'look', evidence: worst.text, rule: worst.rule }
  if (managed !== undefined) {
    return {
      decision: 'keep',
      evidence: 'AKS made it and keeps it: a change by hand breaks the cluster.',
      rule: 'aks-managed',
    }
  }
  if (days === null) return { decision: 'look', evidence: unknownUse(lastUse), rule: null }
  const evidence = `It was used ${daysAgo(days)}, and nothing speaks against it.`
  if (days <= inUseDays) return { decision: 'keep', evidence, rule: null }
  return {
    decision: 'look',
    evidence: `It was used ${daysAgo(days)}; ask whether it is still needed.`,
    rule: null,
  }
}

function provesRemoval({ rule, severity, fix }: Reviewed, usedDaysAgo: number | null): boolean {
  if (fix.withheld !== undefined) return false
  if (rule === 'never-used') return true
  // A sign-in was seen: whatever holds now, somebody relied on it.
  if (usedDaysAgo !== null && usedDaysAgo <= inUseDays) return false
  if (rule === 'cannot-match') return usedDaysAgo === null
  if (fix.action?.kind !== 'delete') return false
  if (rule === 'dead-twin') return true
  // Below these severities the name is still held by somebody, or only its environment is gone.
  if (rule === 'dangling-workload') return severity === 'critical' || severity === 'low'
  return rule === 'dangling-issuer' && severity === 'high'
}

/** Without an owner, or near a limit, is about the identity: it decides nothing about one trust. */
function weighs({ rule, severity }: Reviewed): boolean {
  if (rule === 'no-owner' || rule === 'near-limit') return false
  return severity !== 'info'
}

function placeOf({ severity }: Reviewed): number {
  return findingSeverities.indexOf(severity)
}

/** A time to come, as of a clock that is wrong, counts as today. */
function usedDays(at: string, now: string): number | null {
  const days = daysBetween(at, Date.parse(now))
  return days === null || Number.isNaN(days) ? null : Math.max(0, Math.floor(days))
}

function daysAgo(days: number): string {
  if (days === 0) return 'within the last day'
  return days === 1 ? 'a day ago' : `${days} days ago`
}

function unknownUse(lastUse: Fact<LastUse>): string {
  if (lastUse.known && lastUse.value.state === 'never') {
    return 'Nobody used it yet, and its sign-ins were not watched for long enough to tell.'
  }
  return 'Nothing is known to be wrong; whether anybody uses it could not be read.'
}
