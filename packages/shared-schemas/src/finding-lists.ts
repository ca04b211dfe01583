/** Every rule of findings, in the order in which findings of one severity are shown. The list is closed. */
export const findingRuleIds = [
  'key-exposed',
  'dangling-workload',
  'dangling-issuer',
  'pattern-too-wide',
  'privileged-directory-access',
  'wide-role',
  'pull-request-write',
  'issuer-not-allowed',
  'policy-refuses',
  'issuer-not-public',
  'issuer-unknown',
  'mutable-subject',
  'id-migration-due',
  'cannot-match',
  'dead-twin',
  'unusual-audience',
  'shared-subject',
  'unused',
  'never-used',
  'no-owner',
  'near-limit',
  'aks-managed',
] as const
export type FindingRuleId = (typeof findingRuleIds)[number]

/** Worst first. */
export const findingSeverities = ['critical', 'high', 'medium', 'low', 'info'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/**
 * Why a fact is missing. `not-read`: nobody asked for it yet; `not-allowed`: the person may not read it; `not-told`: Azure
 * or the platform does not tell it here; `failed`: it was asked for, without an answer; `too-early`: it was watched for too
 * short a time; `not-set-up`: the portal has no setting to judge by.
 */
export const factGaps = ['not-read', 'not-allowed', 'not-told', 'failed', 'too-early', 'not-set-up'] as const
export type FactGap = (typeof factGaps)[number]

/** `accepted` holds until its day, and only while the facts are the same. */
export const findingStates = ['active', 'accepted', 'fixed'] as const
export type FindingState = (typeof findingStates)[number]
