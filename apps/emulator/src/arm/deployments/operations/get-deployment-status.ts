import { refuse } from '../../core/refusal.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment } from './deployment-shape.ts'

const finished = ['Succeeded', 'Failed', 'Canceled']

export const getDeploymentStatus = deploymentOperation({
  id: 'arm/get-deployment-status',
  method: 'GET',
  path: '/{deployment}/operationStatuses/{operationId}',
  permission: 'operationstatuses/read',
  summary: 'How far a deployment is: the address of Azure-AsyncOperation',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations',
  handle: ({ world, params: { operationId = '' } }, target) => {
    const { statusId, properties } = demandDeployment(world, target)
    if (statusId !== operationId) throw refuse(deploymentFaults.operationNotFound(target.name, operationId))
    const status = String(properties.provisioningState)
    if (!finished.includes(status)) return { status: 200, headers: { 'retry-after': '1' }, body: { status } }
    return { status: 200, body: { status, ...(properties.error ? { error: properties.error } : {}) } }
  },
})
