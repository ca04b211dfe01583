import type { ArmCall } from '../../core/arm-operation.ts'
import { armOperation } from '../../core/arm-operation.ts'
import { armTypes } from '../../core/arm-types.ts'
import { refuse } from '../../core/refusal.ts'
import { groupFaults } from '../../groups/group-faults.ts'
import { runState } from '../engine/run-state.ts'

export const getDeploymentResult = armOperation({
  id: 'arm/get-deployment-result',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/providers/Microsoft.Resources/operationResults/{operationId}',
  armType: armTypes.deployments,
  summary: 'Result of a what-if or a deletion that answered 202: 202 while it runs',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations',
  handle: (call) => {
    const { operationId = '' } = call.params
    const { results } = runState(call.world)
    if (!results.has(operationId)) throw refuse(groupFaults.operationNotFound())
    const location = resultLink(call, operationId)
    return results.get(operationId) ?? { status: 202, headers: { location, 'retry-after': '1' } }
  },
})

/** Absolute address to poll. */
export function resultLink({ request, params, apiVersion }: ArmCall, operationId: string): string {
  return `${request.origin}/subscriptions/${params.subscriptionId}/providers/Microsoft.Resources/operationResults/${operationId}?api-version=${apiVersion}`
}
