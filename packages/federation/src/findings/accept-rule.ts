import { type Finding, type FindingSeverity, findingSeverities } from './finding.ts'
import type { FindingRuleId } from './rule-ids.ts'
import { fitsOne } from './fits-one.ts'

/** Which findings somebody accepts in advance. All parts that are given have to hold; in texts `*` is any run of characters. */
export interface AcceptRule {
  readonly rules?: readonly FindingRuleId[] | undefined
  /** The worst severity that is accepted; left out: `medium`. */
  readonly severityUpTo?: FindingSeverity | undefined
  readonly issuers?: readonly string[] | undefined
  /** Subjects or matching expressions. */
  readonly subjects?: readonly string[] | undefined
  readonly parentKeys?: readonly string[] | undefined
  readonly trustNames?: readonly string[] | undefined
}

/**
 * Whether a rule accepts a finding. A rule that names neither rules nor whom it is about accepts nothing: it would switch the
 * whole review off. One about trusts never accepts a finding about their parent.
 */
export function matchesAcceptRule(finding: Finding, rule: AcceptRule): boolean {
  const worst = findingSeverities.indexOf(rule.severityUpTo ?? 'medium')
  if (findingSeverities.indexOf(finding.severity) < worst) return false
  const parts = [
    rule.rules?.includes(finding.rule),
    fits(finding.issuer, rule.issuers),
    fits(finding.subject, rule.subjects),
    fits(finding.parentKey, rule.parentKeys),
    fits(finding.trustName, rule.trustNames),
  ].filter((part) => part !== undefined)
  return parts.length > 0 && parts.every(Boolean)
}

function fits(value: string | null, patterns: readonly string[] | undefined): boolean | undefined {
  if (patterns === undefined) return undefined
  return value !== null && fitsOne(value, patterns)
}
