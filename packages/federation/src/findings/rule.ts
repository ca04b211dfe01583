import type { FindingAction, FindingFix, FindingSeverity } from './finding.ts'
import type { FactGap } from './facts/fact.ts'
import type { FindingRuleId } from './rule-ids.ts'
import type { ParentCase } from './parent-case.ts'
import type { TrustCase } from './trust-case.ts'

/** What a rule found. */
export interface Hit {
  readonly text: string
  readonly evidence: string
  readonly fix: FindingFix
  /** Facts beside the stored values that an acceptance rests on: it ends when one changes. */
  readonly news: readonly string[]
  /** Where this one weighs otherwise than the rule. */
  readonly severity?: FindingSeverity
  readonly because?: string
}

/** A fact that the rule needs is missing. */
export interface Gap {
  readonly gap: FactGap
}

/** Null: judged, and nothing speaks against it. */
export type Outcome = Hit | Gap | null

/** Words of a rule, as its page shows them. */
interface RuleWords {
  readonly id: FindingRuleId
  readonly title: string
  readonly severity: FindingSeverity
  /** Why it weighs that much, in one sentence. */
  readonly because: string
  /** Which facts it needs, in words; without them it judges nothing. */
  readonly needs: string
  /** What the fix is in general. */
  readonly remedy: string
}

export interface TrustRule extends RuleWords {
  readonly about: 'trust'
  /** Findings that say the same better: beside one of them this one is left out. */
  readonly yieldsTo?: readonly FindingRuleId[]
  readonly judge: (trustCase: TrustCase) => Outcome
}

export interface ParentRule extends RuleWords {
  readonly about: 'parent'
  readonly judge: (parentCase: ParentCase) => Outcome
}

export type FindingRule = TrustRule | ParentRule

export function isGap(outcome: Hit | Gap): outcome is Gap {
  return 'gap' in outcome
}

/** A fix with a button where there is one. */
export function fixOf(text: string, action?: FindingAction): FindingFix {
  return action === undefined ? { text } : { text, action }
}
