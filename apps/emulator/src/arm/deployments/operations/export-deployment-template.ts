import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment } from './deployment-shape.ts'

export const exportDeploymentTemplate = deploymentOperation({
  id: 'arm/export-deployment-template',
  method: 'POST',
  path: '/{deployment}/exportTemplate',
  permission: 'exportTemplate/action',
  readsOnly: true,
  summary: 'The template that a deployment was made with',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/export-template',
  handle: ({ world }, target) => ({
    status: 200,
    body: { template: demandDeployment(world, target).template ?? {} },
  }),
})
