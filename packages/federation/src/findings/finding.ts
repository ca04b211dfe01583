import { findingSeverities, type FindingSeverity } from '@trustwright/shared-schemas'
import type { CauseAction } from '../diagnosis/cause.ts'
import type { DiagnosedParentKind } from '../diagnosis/trust.ts'
import type { FactGap } from './facts/fact.ts'
import type { FindingRuleId } from './rule-ids.ts'

export { findingSeverities, type FindingSeverity }

/** What one press can do about it. `delete` is always a person's decision: nothing deletes by itself. */
export type FindingAction = CauseAction | { readonly kind: 'delete' }

export interface FindingFix {
  readonly text: string
  readonly action?: FindingAction
  /** Why no button is offered although there is one for this finding elsewhere. */
  readonly withheld?: string
}

/** One thing that is wrong with one trust, or with the identity that it is stored on. */
export interface Finding {
  /**
   * Rule, trust (or parent) and the facts it rests on, as text of any length: the same in every run for the same facts, another
   * one as soon as a fact changes. Whoever stores it keeps its SHA-256.
   */
  readonly key: string
  readonly rule: FindingRuleId
  readonly severity: FindingSeverity
  /** Why it weighs that much. */
  readonly because: string
  readonly title: string
  /** The effect first. */
  readonly text: string
  /** What was seen, in the values' own letters. */
  readonly evidence: string
  readonly fix: FindingFix
  /** Path in the project's documents. */
  readonly docs: string
  /** Null: it is about the parent, whatever its trusts are. */
  readonly trustKey: string | null
  readonly trustName: string | null
  readonly issuer: string | null
  /** Subject or matching expression. */
  readonly subject: string | null
  readonly parentKey: string
  /** Null where the parent itself could not be read. */
  readonly parentKind: DiagnosedParentKind | null
  readonly parentName: string
}

/** What could not be judged for want of facts: neither found nor fine. */
export interface NotJudged {
  readonly rule: FindingRuleId
  readonly reason: FactGap
  /** Trusts, or parents where the rule is about parents. */
  readonly count: number
}

export interface FindingReport {
  /** Worst first, then in the order of the rules and of the trusts. */
  readonly findings: readonly Finding[]
  readonly notJudged: readonly NotJudged[]
}
