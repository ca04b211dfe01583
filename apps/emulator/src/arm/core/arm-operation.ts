import { accessTokenIssuer, authenticate, isRefused, type Caller } from '../../kernel/bearer.ts'
import type { EmulatorRequest, EmulatorResponse, Operation } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { recordActivity } from '../activity/activity-log.ts'
import { demandRegistered } from '../providers/registration.ts'
import { seesSubscription } from '../roles/authorise.ts'
import { spendRequest } from '../throttles/arm-limits.ts'
import { apiVersionOf } from './api-versions.ts'
import type { ArmType } from './arm-types.ts'
import { multifactorChallenge, revocationChallenge } from './claims-challenge.ts'
import { faults } from './faults.ts'
import { withArmHeaders } from './headers.ts'
import { Refusal, refuse } from './refusal.ts'
import { demandNotRevoked } from './revoked-identity.ts'

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
  /** Of a POST that writes nothing. */
  readsOnly?: boolean
  handle: (call: ArmCall) => EmulatorResponse | Promise<EmulatorResponse>
}

/**
 * Wraps a handler with what every ARM call does first: token, rate limits, claims challenge, api-version, a subscription
 * that the caller can see, and a registered provider. A `Refusal` thrown anywhere below becomes the answer.
 */
export function armOperation(given: ArmOperation): Operation {
  return {
    ...given,
    handle: async (request, world) => {
      const correlationId = request.headers['x-ms-correlation-request-id'] ?? world.newGuid()
      const caller = await authenticate(request, world, 'arm')
      if (isRefused(caller)) {
        return withArmHeaders(revocationChallenge(request, world) ?? caller, world, correlationId)
      }
      const { refusal, headers } = spendRequest(request, world, caller)
      const response = refusal ?? (await answer(request, world, caller, given))
      recordActivity(request, world, caller, response, correlationId)
      return withArmHeaders(response, world, correlationId, headers)
    },
  }
}

async function answer(
  request: EmulatorRequest,
  world: World,
  caller: Caller,
  { method, armType, readsOnly, handle }: ArmOperation,
): Promise<EmulatorResponse> {
  const isRead = readsOnly ?? (method === 'GET' || method === 'HEAD')
  const challenge = isRead ? undefined : multifactorChallenge(request, world, caller)
  if (challenge) return challenge
  try {
    demandNotRevoked(request, world, caller)
    const apiVersion = apiVersionOf(request, world, armType)
    const { subscriptionId } = request.params
    demandSubscription(world, caller, subscriptionId)
    if (subscriptionId !== undefined) {
      demandWritable(request, world, subscriptionId)
      demandRegistered(world, subscriptionId, armType.namespace)
    }
    return await handle({ request, world, caller, apiVersion, params: request.params })
  } catch (error) {
    if (error instanceof Refusal) return error.response
    throw error
  }
}

function demandWritable({ method }: EmulatorRequest, world: World, subscriptionId: string): void {
  const state = world.store.subscriptions.get(subscriptionId.toLowerCase())?.state
  if (method === 'GET' || method === 'HEAD' || (state !== 'Disabled' && state !== 'Deleted')) return
  throw refuse(faults.disabledSubscription(subscriptionId))
}

/**
 * Throws SubscriptionNotFound also for one that exists and that the caller holds no role in, and
 * InvalidAuthenticationTokenTenant for one that trusts another tenant.
 */
export function demandSubscription(world: World, caller: Caller, subscriptionId: string | undefined): void {
  if (subscriptionId === undefined) return
  const found = world.store.subscriptions.get(subscriptionId.toLowerCase())
  if (found && found.tenantId !== caller.tenantId) {
    const fault = faults.otherTenant(accessTokenIssuer(caller.tenantId), accessTokenIssuer(found.tenantId))
    throw refuse(fault, {
      headers: {
        'www-authenticate': `Bearer authorization_uri="${world.settings.browserOrigin}/${found.tenantId}", error="invalid_token", error_description="The access token is from the wrong issuer. It must match the tenant associated with this subscription."`,
      },
    })
  }
  if (found && seesSubscription(world, caller, subscriptionId)) return
  throw refuse(faults.subscriptionNotFound(subscriptionId))
}
