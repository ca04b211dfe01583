import type { ArmFault } from '../core/refusal.ts'

/** Refusals of Azure Policy about its own resources. Texts (u), except where one is named. */
export const policyFaults = {
  definitionMissing: (name: string): ArmFault => ({
    status: 404,
    code: 'PolicyDefinitionNotFound',
    message: `The policy definition '${name}' could not be found.`,
  }),
  setMissing: (name: string): ArmFault => ({
    status: 404,
    code: 'PolicySetDefinitionNotFound',
    message: `The policy set definition '${name}' could not be found.`,
  }),
  assignmentMissing: (name: string): ArmFault => ({
    status: 404,
    code: 'PolicyAssignmentNotFound',
    message: `The policy assignment '${name}' is not found.`,
  }),
  assignmentName: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidPolicyAssignmentName',
    message: `The policy assignment name '${name}' is not valid. It has 1 to 64 characters, at most 24 at a management group.`,
  }),
  incomplete: (code: string, what: string): ArmFault => ({ status: 400, code, message: what }),
  parameterMissing: (assignment: string, parameters: string, definition: string): ArmFault => ({
    status: 400,
    code: 'MissingPolicyParameter',
    message: `The policy assignment '${assignment}' is missing the parameter(s) '${parameters}' as defined in the policy definition '${definition}'.`,
  }),
  parameterUndefined: (assignment: string, parameters: string, definition: string): ArmFault => ({
    status: 400,
    code: 'UndefinedPolicyParameter',
    message: `The policy assignment '${assignment}' specifies the following parameter(s) '${parameters}' that are not defined in the policy definition '${definition}'.`,
  }),
  /** Seen in Azure/Azure-Landing-Zones#442. */
  parameterValue: (value: string, parameter: string, definition: string, allowed: string): ArmFault => ({
    status: 400,
    code: 'PolicyParameterValueNotAllowed',
    message: `The value '${value}' is not allowed for policy parameter '${parameter}' in policy definition '${definition}'. The allowed values are '${allowed}'.`,
  }),
  parameterType: (assignment: string, parameter: string, type: string): ArmFault => ({
    status: 400,
    code: 'InvalidPolicyParameters',
    message: `The policy assignment '${assignment}' has a value for the parameter '${parameter}' that is not of the type '${type}'.`,
  }),
  inUse: (name: string, assignments: string): ArmFault => ({
    status: 400,
    code: 'InvalidDeletePolicyDefinitionRequest',
    message: `The policy definition '${name}' cannot be deleted: it is assigned by '${assignments}'.`,
  }),
} as const
