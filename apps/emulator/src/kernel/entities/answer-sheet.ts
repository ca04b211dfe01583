/** What the seed of a review did wrong on purpose, in the words of whoever reviews trusts. */
export const plantedFaultNames = [
  'cannot match: slash',
  'cannot match: letter case',
  'cannot match: white space',
  'cannot match: wildcard in an exact subject',
  'cannot match: wrong entity',
  'cannot match: dead twin',
  'mutable subject',
  'immutable-subject migration due',
  'dangling issuer',
  'dangling workload',
  'pattern too wide: whole organisation',
  'pattern too wide: every ref',
  'pull request with write access',
  'owner-like role',
  'role on a whole subscription',
  'privileged directory role',
  'privileged Graph permission',
  'issuer not allowed',
  'unknown issuer',
  'plain http issuer',
  'private issuer',
  'unusual audience',
  'shared subject',
  'unused for 90 days',
  'never used',
  'no owner',
  'near the limit of 20',
  'managed by AKS',
  'policy would refuse it today',
] as const
export type PlantedFaultName = (typeof plantedFaultNames)[number]

/** Who sees it: a portal that may look at GitHub or was told which issuers are allowed, or one that may not. */
export interface FaultCondition {
  github?: boolean
  allowedIssuers?: boolean
}

/** One fault of one trust, or of the parent itself where `trust` is null. */
export interface PlantedFault {
  fault: PlantedFaultName
  parent:
    | { kind: 'managedIdentity'; resourceId: string; name: string }
    | { kind: 'application'; objectId: string; appId: string; name: string }
  trust: { id: string; name: string } | null
  /** Left out: it holds whatever the portal knows. */
  onlyIf?: FaultCondition
}
