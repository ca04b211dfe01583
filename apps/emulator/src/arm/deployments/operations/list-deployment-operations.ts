import { pageOf } from '../../core/paging.ts'
import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment } from './deployment-shape.ts'

export const listDeploymentOperations = deploymentOperation({
  id: 'arm/list-deployment-operations',
  method: 'GET',
  path: '/{deployment}/operations',
  permission: 'operations/read',
  hasShortPath: true,
  summary: 'What a deployment has done, resource by resource',
  source: 'https://learn.microsoft.com/rest/api/resources/deployment-operations/list',
  handle: ({ world, request }, target) => {
    const { operations } = demandDeployment(world, target)
    return {
      status: 200,
      body: pageOf(
        request,
        operations,
        ({ id }) => String(id),
        (operation) => operation,
      ),
    }
  },
})
