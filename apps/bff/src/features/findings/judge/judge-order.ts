import type { Cloud, OutsideNames } from '@trustwright/federation'
import type { FindingRun } from '@trustwright/shared-schemas'

/** What a worker thread is started with. */
export interface JudgeOrder {
  readonly connectionString: string
  readonly tenantId: string
  /** `rules`: only says anew which findings of the tenant a rule accepts. */
  readonly what: { readonly kind: 'inventory'; readonly owner: string } | { readonly kind: 'rules' }
  readonly cloud: Cloud
  /** ISO 8601. */
  readonly now: string
}

/** How far the world outside of Azure was asked. */
export type OutsideCounts = Pick<
  FindingRun,
  'issuersProbed' | 'issuersLeft' | 'repositoriesLookedUp' | 'repositoriesLeft' | 'githubBecause'
>

export type FromWorker =
  | { readonly kind: 'outside'; readonly names: OutsideNames }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string }

/** The answer to `outside`: the facts themselves are in the database by then. */
export type ToWorker = OutsideCounts
