import { refuse } from '../../core/refusal.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment } from './deployment-shape.ts'

export const getDeploymentOperation = deploymentOperation({
  id: 'arm/get-deployment-operation',
  method: 'GET',
  path: '/{deployment}/operations/{operationId}',
  permission: 'operations/read',
  hasShortPath: true,
  summary: 'One operation of a deployment: its target, state and error',
  source: 'https://learn.microsoft.com/rest/api/resources/deployment-operations/get',
  handle: ({ world, params: { operationId = '' } }, target) => {
    const { operations } = demandDeployment(world, target)
    const found = operations.find((operation) => operation.operationId === operationId.toUpperCase())
    if (!found) throw refuse(deploymentFaults.operationNotFound(target.name, operationId))
    return { status: 200, body: found }
  },
})
