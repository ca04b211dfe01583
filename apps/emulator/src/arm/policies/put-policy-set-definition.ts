import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { setDefinitionType } from './policy-types.ts'
import { readSetDefinition } from './read-definition.ts'
import { storeDefinition } from './store-definition.ts'

export const putPolicySetDefinition = armOperation({
  id: 'arm/put-policy-set-definition',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policySetDefinitions/{definition}',
  armType: armTypes.policySetDefinitions,
  summary: 'Create (201) or replace (200) a custom policy initiative of a subscription',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-set-definitions/create-or-update',
  handle: (call) => storeDefinition(call, setDefinitionType, readSetDefinition),
})
