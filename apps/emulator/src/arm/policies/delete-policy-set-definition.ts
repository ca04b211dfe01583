import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { setDefinitionType } from './policy-types.ts'
import { removeDefinition } from './remove-definition.ts'

export const deletePolicySetDefinition = armOperation({
  id: 'arm/delete-policy-set-definition',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policySetDefinitions/{definition}',
  armType: armTypes.policySetDefinitions,
  summary: 'Delete a custom policy initiative that is not assigned: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-set-definitions/delete',
  handle: (call) => removeDefinition(call, setDefinitionType),
})
