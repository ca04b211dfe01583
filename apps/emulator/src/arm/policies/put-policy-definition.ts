import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { definitionType } from './policy-types.ts'
import { readDefinition } from './read-definition.ts'
import { storeDefinition } from './store-definition.ts'

export const putPolicyDefinition = armOperation({
  id: 'arm/put-policy-definition',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Authorization/policyDefinitions/{definition}',
  armType: armTypes.policyDefinitions,
  summary: 'Create or replace a custom policy definition of a subscription (201)',
  source: 'https://learn.microsoft.com/rest/api/policy/policy-definitions/create-or-update',
  handle: (call) => storeDefinition(call, definitionType, readDefinition),
})
