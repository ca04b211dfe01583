import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { findDefinition } from './find-policy.ts'
import { definitionInPath, definitionPrefixes } from './policy-definition-in-path.ts'
import { policyFaults } from './policy-faults.ts'
import { definitionShape } from './policy-shapes.ts'
import { definitionType } from './policy-types.ts'

export const getPolicyDefinition: readonly Operation[] = definitionPrefixes.map((prefix) =>
  armOperation({
    id: 'arm/get-policy-definition',
    method: 'GET',
    path: `${prefix}/providers/Microsoft.Authorization/policyDefinitions/{definition}`,
    armType: armTypes.policyDefinitions,
    summary: 'One policy definition with its rule',
    source: 'https://learn.microsoft.com/rest/api/policy/policy-definitions/get',
    handle: (call) => {
      const { id, name } = definitionInPath(call, definitionType)
      const found = findDefinition(call.world, id)
      if (!found) throw refuse(policyFaults.definitionMissing(name))
      return { status: 200, body: definitionShape(found) }
    },
  }),
)
