import type { ArmFault } from '../core/refusal.ts'

/** Refusals of Microsoft.Authorization. None of the texts was seen in a published source. */
export const roleFaults = {
  definitionMissing: (id: string): ArmFault => ({
    status: 404,
    code: 'RoleDefinitionDoesNotExist',
    message: `The specified role definition with ID '${id}' does not exist.`,
  }),
  assignmentMissing: (name: string): ArmFault => ({
    status: 404,
    code: 'RoleAssignmentNotFound',
    message: `The role assignment '${name}' is not found.`,
  }),
  assignmentName: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidRoleAssignmentId',
    message: `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
  }),
  assignmentIncomplete: (): ArmFault => ({
    status: 400,
    code: 'InvalidCreateRoleAssignmentRequest',
    message:
      'The request to create role assignment is not valid. Role definition id and principal id are required.',
  }),
  assignmentExists: (): ArmFault => ({
    status: 409,
    code: 'RoleAssignmentExists',
    message: 'The role assignment already exists.',
  }),
  assignmentFixed: (): ArmFault => ({
    status: 400,
    code: 'RoleAssignmentUpdateNotPermitted',
    message: 'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
  }),
  principalMissing: (principalId: string, tenantId: string): ArmFault => ({
    status: 400,
    code: 'PrincipalNotFound',
    message: `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group. See https://aka.ms/docs-principaltype`,
  }),
  principalType: (given: string, actual: string): ArmFault => ({
    status: 400,
    code: 'UnmatchedPrincipalType',
    message: `The PrincipalId has type '${actual}', which is different from the specified PrincipalType '${given}'.`,
  }),
} as const
