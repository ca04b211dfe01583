import type { Cloud } from '@trustwright/federation'
import type { FixAction, FixValues, StoredFinding } from '@trustwright/shared-schemas'
import type { KnownTrust } from './read-siblings.ts'

/** What is to be done with one trust. */
export interface Decision {
  readonly trust: KnownTrust
  readonly parentName: string
  readonly action: FixAction
  readonly findings: readonly StoredFinding[]
  readonly after: FixValues | null
  readonly newName: string | null
}

export interface Left {
  readonly finding: StoredFinding
  readonly why: string
}

export interface Decided {
  readonly decisions: readonly Decision[]
  readonly left: readonly Left[]
}

export interface Place {
  readonly cloud: Cloud
  readonly tenantId: string
}

/** One trust with what is to be weighed about it. */
export interface Deciding {
  readonly trust: KnownTrust
  /** On the same identity or application. */
  readonly others: readonly KnownTrust[]
  readonly findings: readonly StoredFinding[]
  readonly place: Place
  /** What was decided about other trusts. */
  readonly before: readonly Decision[]
}

/** Text: why nothing is done. */
export type Outcome = { readonly decision: Decision; readonly left: readonly Left[] } | string

/** What a decision is about. */
export function about({ trust, findings }: Pick<Deciding, 'trust' | 'findings'>) {
  return { trust, findings, parentName: findings[0]?.parentName ?? '' }
}

export function valuesOf({ credential }: KnownTrust): FixValues {
  const { issuer, subject, expression, audiences } = credential
  return { issuer, subject, expression: expression ?? null, audiences: [...audiences] }
}
