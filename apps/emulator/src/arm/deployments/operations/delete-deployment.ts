import type { EmulatorResponse } from '../../../kernel/operation.ts'
import type { ArmCall } from '../../core/arm-operation.ts'
import { refuse } from '../../core/refusal.ts'
import { deploymentFaults } from '../engine/deployment-faults.ts'
import { runState } from '../engine/run-state.ts'
import { deploymentOperation, type DeploymentTarget } from './deployment-operation.ts'
import { findDeployment } from './deployment-shape.ts'
import { resultLink } from './get-deployment-result.ts'

export const deleteDeployment = deploymentOperation({
  id: 'arm/delete-deployment',
  method: 'DELETE',
  path: '/{deployment}',
  permission: 'delete',
  summary:
    'Delete a deployment from the history (202, then poll Location; 204 when absent); its resources stay',
  source: 'https://learn.microsoft.com/rest/api/resources/deployments/delete',
  handle: remove,
})

function remove(call: ArmCall, target: DeploymentTarget): EmulatorResponse {
  const { world } = call
  const present = findDeployment(world, target)
  if (!present) return { status: 204 }
  const { running, results } = runState(world)
  if (running.has(target.key)) {
    const startedAt = String(present.properties.timestamp)
    throw refuse(deploymentFaults.active(target.name, startedAt, startedAt))
  }
  world.store.deployments.delete(target.key)
  const operationId = world.newGuid()
  results.set(operationId, { status: 204 })
  return { status: 202, headers: { location: resultLink(call, operationId), 'retry-after': '1' } }
}
