import { refuse } from '../../core/refusal.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { runState } from '../engine/run-state.ts'
import { deploymentOperation } from './deployment-operation.ts'
import { demandDeployment } from './deployment-shape.ts'

export const cancelDeployment = deploymentOperation({
  id: 'arm/cancel-deployment',
  method: 'POST',
  path: '/{deployment}/cancel',
  permission: 'cancel/action',
  summary: 'Stop a running deployment (204); what it has written stays',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/cancel',
  handle: ({ world }, target) => {
    const { properties } = demandDeployment(world, target)
    const running = runState(world).running.get(target.key)
    if (!running) {
      throw refuse(deploymentFaults.cannotCancel(target.name, String(properties.provisioningState)))
    }
    running.isCancelled = true
    return { status: 204 }
  },
})
