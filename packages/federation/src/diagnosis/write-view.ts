import type { Cause } from './cause.ts'
import type { CheckContext, DraftView } from './draft-view.ts'
import type { DiagnosedParentKind, DiagnosedTrust } from './trust.ts'
import type { WriteAnswer } from './write/write-failure.ts'

/** One role’s rights as the permissions endpoint of ARM lists them, or the name of one action or Graph scope. */
export type Permission =
  string | { readonly actions?: readonly string[]; readonly notActions?: readonly string[] }

/** An assigned policy over federated credentials, with the parameters of its assignment. */
export interface AssignedPolicy {
  /** Of the definition: a GUID, or an ARM ID that ends in it. */
  readonly id: string
  readonly displayName?: string
  /** `Deny`, `Audit` or `Disabled`. */
  readonly effect?: string
  readonly parameters?: Readonly<Record<string, unknown>>
}

export interface RoleAssignmentFact {
  readonly principalId?: string
  readonly displayName?: string
  readonly role?: string
  readonly scope?: string
}

/** What is known before or after a write; every fact may be unknown, and an empty list is a fact. */
export interface WriteContext extends CheckContext {
  readonly existingCount?: number
  /** Writes under the same parent that run now. */
  readonly concurrentWrites?: readonly DiagnosedTrust[]
  /** Writes under the same parent that will follow at once. */
  readonly plannedWrites?: number
  readonly upstream?: WriteAnswer
  /** Short name, such as `italynorth`. */
  readonly region?: string
  /** Regions without support, where the caller knows better than the list kept here. */
  readonly regionsWithoutSupport?: readonly string[]
  readonly permissions?: readonly Permission[]
  readonly directoryRoles?: readonly string[]
  readonly isOwner?: boolean
  readonly policies?: readonly AssignedPolicy[]
  readonly locks?: readonly (
    string | { readonly level: string; readonly name?: string; readonly scope?: string }
  )[]
  readonly parentCreatedAt?: string
  readonly signInAudience?: string
  readonly principal?: { readonly principalId?: string; readonly displayName?: string }
  readonly roleAssignments?: readonly RoleAssignmentFact[]
  /** Steps that a tool plans for one change, such as `delete` and `create`. */
  readonly plan?: readonly string[]
}

export interface WriteView {
  readonly operation: string
  readonly parentKind: DiagnosedParentKind
  readonly draft: DraftView
  readonly context: WriteContext
}

export type WriteRule = (write: WriteView) => readonly Cause[]

export function isCreate({ operation }: WriteView): boolean {
  return operation === 'create'
}
