import type { FaultCondition, PlantedFaultName } from '../kernel/entities/answer-sheet.ts'

/** What is wrong, and for whom it shows. */
export interface PlannedFault {
  fault: PlantedFaultName
  onlyIf?: FaultCondition
}

/** Claims of a trust to be planted, and what is wrong with them. */
export interface PlannedTrust {
  issuer: string
  subject: string | null
  /** Text of a claims matching expression; applications only. */
  expression?: string
  audience?: string
  /** A repository of contoso's that GitHub has for this trust alone. */
  repository?: { name: string; id: number }
  faults: readonly PlannedFault[]
}

/** A role of Azure; `group` is the parent's own resource group, or one for applications. */
export interface PlannedRole {
  role: string
  at: 'group' | 'subscription' | 'management-group'
}

export type ParentKind = 'identity' | 'application'

/** One identity or application to be planted. */
export interface PlannedParent {
  kind: ParentKind
  trusts: readonly PlannedTrust[]
  /** About the parent itself. */
  faults: readonly PlannedFault[]
  /** A person of the tenant, somebody whose account is blocked, or nobody. */
  owner: 'person' | 'blocked' | 'nobody'
  /** Days since it last got a token; null: it never did. */
  lastUseDays: number | null
  roles: readonly PlannedRole[]
  /** Application permissions of Microsoft Graph. */
  permissions: readonly string[]
  /** Template ids of directory roles. */
  directoryRoles: readonly string[]
  /** Group that is not one of the ordinary ones: nodes of a cluster, or under a policy. */
  place?: 'nodes' | 'guarded'
}

/** A parent with which nothing is wrong but what `change` says. */
export function parent(
  kind: ParentKind,
  trusts: readonly PlannedTrust[],
  change: Partial<PlannedParent> = {},
): PlannedParent {
  return {
    kind,
    trusts,
    faults: [],
    owner: 'person',
    lastUseDays: 3,
    roles: [],
    permissions: [],
    directoryRoles: [],
    ...change,
  }
}

/** A parent whose every trust has these faults beside its own. */
export function withFaults(
  trusts: readonly PlannedTrust[],
  ...faults: readonly PlannedFault[]
): PlannedTrust[] {
  return trusts.map((trust) => ({ ...trust, faults: [...trust.faults, ...faults] }))
}
