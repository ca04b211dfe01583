import type { ArmFault } from '../core/refusal.ts'

/**
 * Refusals of Microsoft.Authorization; the texts were not seen in a published source (u), except where one is named.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export const roleFaults = {
  definitionMissing: (id: string): ArmFault => ({
    status: 404,
    code: 'RoleDefinitionDoesNotExist',
    message: `The specified role definition with ID '${id}' does not exist.`,
  }),
  definitionIncomplete: (what: string): ArmFault => ({
    status: 400,
    code: 'InvalidRoleDefinition',
    message: `The role definition is not valid. ${what}`,
  }),
  definitionName: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidRoleDefinitionId',
    message: `The role definition ID '${name}' is not valid. The role definition ID must be a GUID.`,
  }),
  /** Code: the troubleshooting page. */
  definitionNameTaken: (): ArmFault => ({
    status: 409,
    code: 'RoleDefinitionWithSameNameExists',
    message: 'A custom role with the same name already exists in this directory. Use a different name.',
  }),
  definitionBuiltIn: (): ArmFault => ({
    status: 403,
    code: 'CannotModifyBuiltInRoleDefinition',
    message: 'Built-in role definitions cannot be changed or deleted.',
  }),
  /** Code and text: the troubleshooting page. */
  definitionInUse: (): ArmFault => ({
    status: 400,
    code: 'RoleDefinitionHasAssignments',
    message: 'There are existing role assignments referencing role (code: RoleDefinitionHasAssignments)',
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
  conditionVersion: (): ArmFault => ({
    status: 400,
    code: 'InvalidConditionVersion',
    message: "The condition version of a role assignment with a condition must be '2.0'.",
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
