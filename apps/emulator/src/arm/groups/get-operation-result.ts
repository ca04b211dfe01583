import type { EmulatorRequest } from '../../kernel/operation.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armState } from '../core/arm-state.ts'
import { armTypes } from '../core/arm-types.ts'
import { groupFaults } from './group-faults.ts'
import { refuse } from '../core/refusal.ts'

export const getOperationResult = armOperation({
  id: 'arm/get-operation-result',
  method: 'GET',
  path: '/subscriptions/{subscriptionId}/operationresults/{operationId}',
  armType: armTypes.operationResults,
  summary: 'Result of a deletion that answered 202: 202 while it runs, then 200',
  source: 'https://learn.microsoft.com/azure/azure-resource-manager/management/async-operations',
  handle: ({ request, world, apiVersion, params: { subscriptionId = '', operationId = '' } }) => {
    const endsAt = armState(world).deletions.get(operationId)
    if (endsAt === undefined) throw refuse(groupFaults.operationNotFound())
    if (world.clock.now() >= endsAt) return { status: 200 }
    const location = operationLink(request, subscriptionId, operationId, apiVersion)
    return { status: 202, headers: { location, 'retry-after': '1' } }
  },
})

/** Absolute address to poll. */
export function operationLink(
  request: EmulatorRequest,
  subscriptionId: string,
  operationId: string,
  apiVersion: string,
): string {
  return `${request.origin}/subscriptions/${subscriptionId}/operationresults/${operationId}?api-version=${apiVersion}`
}
