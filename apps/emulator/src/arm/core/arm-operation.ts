import { authenticate, isRefused, type Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { apiVersionOf } from './api-versions.ts'
import type { ArmType } from './arm-types.ts'
import { seesSubscription } from '../roles/authorise.ts'
import { faults } from './faults.ts'
import { withArmHeaders } from './headers.ts'
import { Refusal, refuse } from './refusal.ts'

/** What a handler of ARM gets once the caller, the api-version and the subscription are in order. */
export interface ArmCall {
  request: EmulatorRequest
  world: World
  caller: Caller
  apiVersion: string
  params: Record<string, string>
}

interface ArmOperation extends Omit<Operation, 'handle'> {
  armType: ArmType
  handle: (call: ArmCall) => EmulatorResponse | Promise<EmulatorResponse>
}

/**
 * Wraps a handler with what every ARM call does first: token, api-version, and a subscription that the caller
 * can see. A `Refusal` thrown anywhere below becomes the answer.
 */
export function armOperation({ armType, handle, ...operation }: ArmOperation): Operation {
  return {
    ...operation,
    handle: async (request, world) => {
      const caller = await authenticate(request, world, 'arm')
      if (isRefused(caller)) return withArmHeaders(caller, request, world, undefined)
      const response = await answer(request, world, caller, armType, handle)
      return withArmHeaders(response, request, world, caller)
    },
  }
}

async function answer(
  request: EmulatorRequest,
  world: World,
  caller: Caller,
  armType: ArmType,
  handle: ArmOperation['handle'],
): Promise<EmulatorResponse> {
  try {
    const apiVersion = apiVersionOf(request, world, armType)
    demandSubscription(world, caller, request.params.subscriptionId)
    return await handle({ request, world, caller, apiVersion, params: request.params })
  } catch (error) {
    if (error instanceof Refusal) return error.response
    throw error
  }
}

/** Throws SubscriptionNotFound also for one that exists and that the caller holds no role in. */
export function demandSubscription(world: World, caller: Caller, subscriptionId: string | undefined): void {
  if (subscriptionId === undefined) return
  const exists = world.store.subscriptions.get(subscriptionId.toLowerCase()) !== undefined
  if (exists && seesSubscription(world, caller, subscriptionId)) return
  throw refuse(faults.subscriptionNotFound(subscriptionId))
}
