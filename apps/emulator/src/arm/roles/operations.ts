import type { Operation } from '../../kernel/operation.ts'
import { deleteRoleAssignment } from './delete-role-assignment.ts'
import { deleteRoleDefinition } from './delete-role-definition.ts'
import { getRoleAssignment } from './get-role-assignment.ts'
import { getRoleDefinition } from './get-role-definition.ts'
import { listDenyAssignments } from './list-deny-assignments.ts'
import { listPermissions } from './list-permissions.ts'
import { listRoleAssignments } from './list-role-assignments.ts'
import { listRoleDefinitions } from './list-role-definitions.ts'
import { putRoleAssignment } from './put-role-assignment.ts'
import { putRoleDefinition } from './put-role-definition.ts'

export const roleOperations: readonly Operation[] = [
  ...listRoleDefinitions,
  ...getRoleDefinition,
  putRoleDefinition,
  deleteRoleDefinition,
  ...listRoleAssignments,
  getRoleAssignment,
  putRoleAssignment,
  deleteRoleAssignment,
  listPermissions,
  listDenyAssignments,
]
