import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import type { WriteQueue } from '../../domain/write-queue.ts'
import type { Arm, Audit } from '../../ports.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { createResourceGroup } from './create-resource-group.ts'
import { listLocations } from './list-locations.ts'
import { listResourceGroups } from './list-resource-groups.ts'

export interface SubscriptionDeps {
  readonly arm: Arm
  readonly audit: Audit
  readonly writes: WriteQueue
  readonly regionsWithoutTrusts: readonly string[]
}

export function registerSubscriptionRoutes(app: FastifyInstance, deps: SubscriptionDeps): void {
  registerEndpoint(app, endpoints.listSubscriptions, async ({ caller }) => ({
    subscriptions: await deps.arm.listSubscriptions(caller),
  }))
  registerEndpoint(app, endpoints.listLocations, ({ caller, params }) =>
    listLocations(deps, caller, params.subscriptionId),
  )
  registerEndpoint(app, endpoints.listResourceGroups, ({ caller, params }) =>
    listResourceGroups(deps, caller, params.subscriptionId),
  )
  registerEndpoint(app, endpoints.createResourceGroup, ({ caller, params, body }) =>
    createResourceGroup(deps, caller, params.subscriptionId, body),
  )
}
