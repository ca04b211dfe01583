import { deploymentOperation } from './deployment-operation.ts'
import { findDeployment } from './deployment-shape.ts'

export const checkDeployment = deploymentOperation({
  id: 'arm/check-deployment',
  method: 'HEAD',
  path: '/{deployment}',
  permission: 'read',
  summary: 'Whether a deployment exists: 204 or 404',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/check-existence',
  handle: ({ world }, target) => ({ status: findDeployment(world, target) ? 204 : 404 }),
})
