import type { ArmFault } from '../core/refusal.ts'

/** Refusals on resource groups and tracked resources. None of the texts was seen in a published source. */
export const groupFaults = {
  locationRequired: (): ArmFault => ({
    status: 400,
    code: 'LocationRequired',
    message: 'The location property is required for this definition.',
  }),
  groupLocationUnavailable: (location: string, available: readonly string[]): ArmFault => ({
    status: 400,
    code: 'LocationNotAvailableForResourceGroup',
    message: `The provided location '${location}' is not available for resource group. List of available regions is '${available.join(',')}'.`,
  }),
  groupElsewhere: (wanted: string, present: string): ArmFault => ({
    status: 409,
    code: 'InvalidResourceGroupLocation',
    message: `Invalid resource group location '${wanted}'. The Resource group already exists in location '${present}'.`,
  }),
  groupName: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidResourceGroup',
    message: `The provided resource group name '${name}' is not valid. It can have at most 90 letters, digits, '-', '.', '(', ')' or '_', and cannot end with '.'.`,
  }),
  resourceLocationUnavailable: (location: string, type: string, available: readonly string[]): ArmFault => ({
    status: 400,
    code: 'LocationNotAvailableForResourceType',
    message: `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is '${available.join(',')}'.`,
  }),
  resourceElsewhere: (name: string, group: string, present: string, wanted: string): ArmFault => ({
    status: 409,
    code: 'InvalidResourceLocation',
    message: `The resource '${name}' already exists in location '${present}' in resource group '${group}'. A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`,
  }),
  identityName: (name: string): ArmFault => ({
    status: 400,
    code: 'InvalidResourceName',
    message: `The resource name '${name}' is not valid. It has 3 to 128 letters, digits, '-' or '_', and starts with a letter or digit.`,
  }),
  operationNotFound: (): ArmFault => ({
    status: 404,
    code: 'OperationNotFound',
    message: 'The operation was not found. It ended some time ago, or never began.',
  }),
} as const
