import type { Guardrails } from '../../domain/guardrails.ts'
import type { Arm, Audit } from '../../ports.ts'

export interface AccessDeps {
  readonly arm: Pick<
    Arm,
    | 'listSubscriptions'
    | 'listAssignments'
    | 'listPermissionsAt'
    | 'listSubscriptionRoles'
    | 'readRoleDefinition'
    | 'readAssignment'
    | 'createAssignment'
    | 'deleteAssignment'
  >
  readonly audit: Audit
  readonly guardrails: Guardrails
}
