import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment, deploymentShape } from './deployment-shape.ts'

export const getDeployment = deploymentOperation({
  id: 'arm/get-deployment',
  method: 'GET',
  path: '/{deployment}',
  permission: 'read',
  summary: 'One deployment: its state, outputs and error',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/get',
  handle: ({ world }, target) => ({ status: 200, body: deploymentShape(demandDeployment(world, target)) }),
})
