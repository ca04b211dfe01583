import type { Deployment } from '../../../kernel/entities/resources.ts'
import { readFilter, type Condition } from '../../core/odata-filter.ts'
import { pageOf } from '../../core/paging.ts'
import { scopeId } from '../engine/deployment-scope.ts'
import { runState } from '../engine/run-state.ts'
import { deploymentOperation } from './deployment-operation.ts'
import { deploymentShape } from './deployment-shape.ts'

export const listDeployments = deploymentOperation({
  id: 'arm/list-deployments',
  method: 'GET',
  path: '',
  permission: 'read',
  summary: 'Deployments to a group or a subscription, optionally by provisioningState',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/list-by-resource-group',
  handle: ({ world, request }, { scope }) => {
    runState(world)
    const conditions = readFilter(request.query, ['provisioningstate'])
    const found = world.store.deployments
      .by('scope', scopeId(scope).toLowerCase())
      .filter((deployment) => conditions.every((condition) => meets(deployment, condition)))
    return { status: 200, body: pageOf(request, found, ({ id }) => id.toLowerCase(), deploymentShape) }
  },
})

function meets({ properties }: Deployment, { value }: Condition): boolean {
  return String(properties.provisioningState).toLowerCase() === value.toLowerCase()
}
