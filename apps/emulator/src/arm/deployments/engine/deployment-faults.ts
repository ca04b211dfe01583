import type { ArmFault } from '../../core/refusal.ts'

/**
 * Refusals of template deployments. Codes and texts marked (u) were not seen in a published source.
 * Source: https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors
 */
export const deploymentFaults = {
  /** (u) */
  noTemplate: (): ArmFault => ({
    status: 400,
    code: 'InvalidDeployment',
    message:
      "The deployment request content is not valid. Either 'template' or 'templateLink' has to be specified. Please see https://aka.ms/arm-deploy for usage details.",
  }),
  locationMissing: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidDeployment',
    message: `The 'location' property must be specified for '${name}'. Please see https://aka.ms/deploy-to-subscription for usage details.`,
  }),
  locationNotAllowed: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidDeployment',
    message: `The 'location' property is not allowed for '${name}' at resource group scope. Please see https://aka.ms/deploy-to-subscription for usage details.`,
  }),
  /** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/deploy-to-subscription */
  locationFixed: (location: string, name: string, present: string): ArmFault => ({
    status: 409,
    code: 'InvalidDeploymentLocation',
    message: `Invalid deployment location '${location}'. The deployment '${name}' already exists in location '${present}'.`,
  }),
  /** (u) */
  completeNotAllowed: (): ArmFault => ({
    status: 400,
    code: 'InvalidDeployment',
    message: "The deployment mode 'Complete' is only supported for deployments to a resource group.",
  }),
  /** (u) */
  nameTooLong: (name: string): ArmFault => ({
    status: 400,
    code: 'DeploymentNameLengthLimitExceeded',
    message: `The provided deployment name '${name}' has a length of '${name.length}' which exceeds the maximum length of '64'. Please see https://aka.ms/arm-deploy for usage details.`,
  }),
  /** (u) */
  nameCharacters: (name: string): ArmFault => ({
    status: 400,
    code: 'DeploymentNameInvalidCharacters',
    message: `The provided deployment name '${name}' has these invalid characters: '${[...new Set(name.replaceAll(/[-\w._()]/g, ''))].join('')}'. The name can only be a letter, digit, '-', '.', '(', ')' or '_'. Please see https://aka.ms/arm-deploy for usage details.`,
  }),
  notFound: (name: string): ArmFault => ({
    status: 404,
    code: 'DeploymentNotFound',
    message: `Deployment '${name}' could not be found.`,
  }),
  /** (u) */
  operationNotFound: (name: string, operationId: string): ArmFault => ({
    status: 404,
    code: 'DeploymentOperationNotFound',
    message: `Deployment operation '${operationId}' of deployment '${name}' could not be found.`,
  }),
  active: (name: string, startedAt: string, expiresAt: string): ArmFault => ({
    status: 409,
    code: 'DeploymentActive',
    message: `Unable to edit or replace deployment '${name}': previous deployment from '${startedAt}' is still active (expiration time is '${expiresAt}'). Please see https://aka.ms/arm-deploy for usage details.`,
  }),
  /** (u) */
  cannotCancel: (name: string, state: string): ArmFault => ({
    status: 409,
    code: 'DeploymentCannotBeCancelled',
    message: `The deployment '${name}' cannot be cancelled because its provisioning state is '${state}'.`,
  }),
  /** Source: https://learn.microsoft.com/azure/azure-resource-manager/templates/best-practices#template-limits */
  tooManyResources: (count: number): ArmFault => ({
    status: 400,
    code: 'InvalidTemplate',
    message: `Deployment template validation failed: 'The number of template resources limit exceeded. Limit: '800' and actual: '${count}'. Please see https://aka.ms/arm-template/#resources for usage details.'.`,
  }),
  failedAuthorization: (problems: readonly string[]): ArmFault => ({
    status: 403,
    code: 'InvalidTemplateDeployment',
    message:
      problems.length === 1
        ? `The template deployment failed with error: '${problems[0]}'.`
        : `Deployment failed with multiple errors: '${problems.join(':')}'`,
  }),
} as const
