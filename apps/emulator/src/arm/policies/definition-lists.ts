import type { Operation } from '../../kernel/operation.ts'
import { queryValue } from '../core/api-versions.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import type { ArmType } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { pageOf } from '../core/paging.ts'
import { refuse } from '../core/refusal.ts'
import { definitionPrefixes } from './policy-definition-in-path.ts'
import { definitionShape } from './policy-shapes.ts'
import type { PolicyDefinition, PolicySetDefinition } from './policy-types.ts'

type Found = PolicyDefinition | PolicySetDefinition

/** The list at the tenant, and the subscription's, which adds its own. */
export function definitionLists(
  type: 'policyDefinitions' | 'policySetDefinitions',
  armType: ArmType,
  summary: string,
  find: (world: ArmCall['world'], subscriptionId?: string) => Found[],
): Operation[] {
  const name = type === 'policyDefinitions' ? 'policy-definitions' : 'policy-set-definitions'
  return definitionPrefixes.map((prefix) =>
    armOperation({
      id: `arm/list-${name}`,
      method: 'GET',
      path: `${prefix}/providers/Microsoft.Authorization/${type}`,
      armType,
      summary,
      source: `https://learn.microsoft.com/rest/api/policy/${name}/list`,
      handle: ({ request, world, params }) => {
        const wanted = policyTypeIn(queryValue(request.query, '$filter'))
        const found = find(world, params.subscriptionId).filter(
          ({ properties }) => wanted === undefined || properties.policyType.toLowerCase() === wanted,
        )
        return { status: 200, body: pageOf(request, found, ({ id }) => id, definitionShape) }
      },
    }),
  )
}

function policyTypeIn(filter: string | undefined): string | undefined {
  if (filter === undefined || filter === '' || /^atExactScope\(\)$/i.test(filter)) return undefined
  const found = /^policyType\s+eq\s+'(\w+)'$/i.exec(filter)?.[1]
  if (found === undefined) throw refuse(faults.invalidQuery('$filter', filter))
  return found.toLowerCase()
}
