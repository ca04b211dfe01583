import type { EmulatorResponse } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armState } from '../core/arm-state.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { readable, seesSubscription } from '../roles/authorise.ts'
import { takeFromAll } from '../throttles/token-bucket.ts'
import { graphAnswer } from './graph-answer.ts'
import { graphFaults } from './graph-faults.ts'
import { readGraphRequest, type GraphRequest } from './graph-request.ts'
import { parseQuery } from './parse-query.ts'
import { QueryError } from './query-error.ts'
import type { View } from './row.ts'
import { runQuery, type Table } from './run-query.ts'
import { findTable } from './tables.ts'

export const postQuery = armOperation({
  id: 'arm/post-query',
  method: 'POST',
  path: '/providers/Microsoft.ResourceGraph/resources',
  armType: armTypes.resourceGraph,
  readsOnly: true,
  summary:
    'Resource Graph query over what the caller may read: a part of Kusto, tables resources, resourcecontainers, authorizationresources and policyresources',
  source: 'https://learn.microsoft.com/rest/api/azureresourcegraph/resourcegraph/resources/resources',
  handle: post,
})

/** Source: https://learn.microsoft.com/azure/governance/resource-graph/concepts/guidance-for-throttled-requests */
const quota = { requests: 15, seconds: 5 }

function post(call: ArmCall): EmulatorResponse {
  const headers = spendQuota(call)
  const request = readGraphRequest(parseBody(call.request.body))
  const view = viewOf(call, request)
  return { status: 200, headers, body: graphAnswer(run(call, request, view), request) }
}

function run({ world }: ArmCall, request: GraphRequest, view: View): Table {
  try {
    return runQuery(parseQuery(request.query), findTable(world, view))
  } catch (error) {
    if (error instanceof QueryError) throw graphFaults.query(world, error.details)
    throw error
  }
}

function viewOf(
  { world, caller }: ArmCall,
  { subscriptions, managementGroups, withAbove }: GraphRequest,
): View {
  const seen = world.store.subscriptions
    .list()
    .filter(({ tenantId }) => tenantId === caller.tenantId)
    .map(({ subscriptionId }) => subscriptionId.toLowerCase())
    .filter((subscriptionId) => seesSubscription(world, caller, subscriptionId))
  const isWholeTenant = managementGroups?.some((name) => name.toLowerCase() === caller.tenantId) ?? true
  const wanted = subscriptions
    ? seen.filter((subscriptionId) => subscriptions.includes(subscriptionId))
    : isWholeTenant
      ? seen
      : []
  if (wanted.length === 0) {
    throw graphFaults.noSubscriptions(world, subscriptions ?? managementGroups ?? [])
  }
  return {
    tenantId: caller.tenantId,
    subscriptions: wanted,
    withAbove,
    mayRead: (action) => readable(world, caller, action),
  }
}

function spendQuota({ world, caller }: ArmCall): Record<string, string> {
  const scale = world.reality.throttleScale
  const requests = scale === 0 ? quota.requests : Math.max(1, quota.requests * scale)
  const limit = { size: requests, refill: requests / quota.seconds }
  const key = `resource graph ${caller.tenantId} ${caller.objectId}`
  const taken = takeFromAll(armState(world).buckets, [{ key, limit }], world.clock.now())
  if (taken.waitSeconds !== undefined && scale !== 0) throw graphFaults.throttled(world, taken.waitSeconds)
  return {
    'x-ms-user-quota-remaining': String(taken.levels[0] ?? 0),
    'x-ms-user-quota-resets-after': '00:00:05',
  }
}
