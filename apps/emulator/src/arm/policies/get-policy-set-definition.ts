import type { Operation } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { findSet } from './find-policy.ts'
import { definitionInPath, definitionPrefixes } from './policy-definition-in-path.ts'
import { policyFaults } from './policy-faults.ts'
import { definitionShape } from './policy-shapes.ts'
import { setDefinitionType } from './policy-types.ts'

export const getPolicySetDefinition: readonly Operation[] = definitionPrefixes.map((prefix) =>
  armOperation({
    id: 'arm/get-policy-set-definition',
    method: 'GET',
    path: `${prefix}/providers/Microsoft.Authorization/policySetDefinitions/{definition}`,
    armType: armTypes.policySetDefinitions,
    summary: 'One policy initiative with its members',
    source: 'https://learn.microsoft.com/rest/api/policy/policy-set-definitions/get',
    handle: (call) => {
      const { id, name } = definitionInPath(call, setDefinitionType)
      const found = findSet(call.world, id)
      if (!found) throw refuse(policyFaults.setMissing(name))
      return { status: 200, body: definitionShape(found) }
    },
  }),
)
