import { endpoints } from '@trustwright/shared-schemas'
import type { FastifyInstance } from 'fastify'
import { createResourceGroup } from '../../domain/new-resource-group.ts'
import { registerEndpoint } from '../../routes/register-endpoint.ts'
import { listLocations } from './list-locations.ts'
import { listResourceGroups } from './list-resource-groups.ts'
import { readResourceGroupAccess } from './read-resource-group-access.ts'
import type { SubscriptionDeps } from './subscription-deps.ts'

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
  registerEndpoint(app, endpoints.readResourceGroupAccess, ({ caller, params }) =>
    readResourceGroupAccess(deps, caller, params),
  )
  registerEndpoint(app, endpoints.createResourceGroup, ({ caller, params, body }) =>
    createResourceGroup(deps, caller, params.subscriptionId, body),
  )
}
