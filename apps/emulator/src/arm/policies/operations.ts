import type { Operation } from '../../kernel/operation.ts'
import { deletePolicyAssignment } from './delete-policy-assignment.ts'
import { deletePolicyDefinition } from './delete-policy-definition.ts'
import { deletePolicySetDefinition } from './delete-policy-set-definition.ts'
import { getPolicyAssignment } from './get-policy-assignment.ts'
import { getPolicyDefinition } from './get-policy-definition.ts'
import { getPolicySetDefinition } from './get-policy-set-definition.ts'
import { listPolicyAssignments } from './list-policy-assignments.ts'
import { listPolicyDefinitions } from './list-policy-definitions.ts'
import { listPolicySetDefinitions } from './list-policy-set-definitions.ts'
import { putPolicyAssignment } from './put-policy-assignment.ts'
import { putPolicyDefinition } from './put-policy-definition.ts'
import { putPolicySetDefinition } from './put-policy-set-definition.ts'

export const policyOperations: readonly Operation[] = [
  ...listPolicyDefinitions,
  ...getPolicyDefinition,
  putPolicyDefinition,
  deletePolicyDefinition,
  ...listPolicySetDefinitions,
  ...getPolicySetDefinition,
  putPolicySetDefinition,
  deletePolicySetDefinition,
  listPolicyAssignments,
  getPolicyAssignment,
  putPolicyAssignment,
  deletePolicyAssignment,
]
