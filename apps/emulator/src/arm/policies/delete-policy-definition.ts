import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { definitionType } from './policy-types.ts'
import { removeDefinition } from './remove-definition.ts'

export const deletePolicyDefinition = armOperation({
  id: 'arm/delete-policy-definition',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policyDefinitions/{definition}',
  armType: armTypes.policyDefinitions,
  summary: 'Delete a custom policy definition that is not assigned: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-definitions/delete',
  handle: (call) => removeDefinition(call, definitionType),
})
