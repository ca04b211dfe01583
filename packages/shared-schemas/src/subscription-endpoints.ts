import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import {
  Access,
  Location,
  NewResourceGroup,
  ResourceGroup,
  ResourceGroupAccess,
  Subscription,
} from './identity.ts'
import { ResourceGroupName, SubscriptionId } from './primitives.ts'

export const InSubscription = z.strictObject({ subscriptionId: SubscriptionId })
export const InResourceGroup = z.strictObject({ ...InSubscription.shape, resourceGroup: ResourceGroupName })

/** The addresses about subscriptions and what lies around identities; a part of `endpoints`. */
export const subscriptionEndpoints = {
  listSubscriptions: endpoint({
    operationId: 'listSubscriptions',
    summary: 'Subscriptions the person may read',
    method: 'GET',
    path: '/api/subscriptions',
    access: 'signed-in',
    status: 200,
    reply: z.strictObject({ subscriptions: z.array(Subscription) }),
    errors: [],
  }),
  listLocations: endpoint({
    operationId: 'listLocations',
    summary: 'Locations of a subscription, each with whether it supports trusts',
    method: 'GET',
    path: '/api/subscriptions/:subscriptionId/locations',
    access: 'signed-in',
    params: InSubscription,
    status: 200,
    reply: z.strictObject({ locations: z.array(Location), supportAsOf: z.iso.date() }),
    errors: ['NOT_FOUND'],
  }),
  listResourceGroups: endpoint({
    operationId: 'listResourceGroups',
    summary: 'Resource groups of a subscription, and whether the person may make one, and an identity in it',
    method: 'GET',
    path: '/api/subscriptions/:subscriptionId/resource-groups',
    access: 'signed-in',
    params: InSubscription,
    status: 200,
    reply: z.strictObject({
      resourceGroups: z.array(ResourceGroup),
      /** Both at the subscription; null where Azure does not tell. */
      create: Access.nullable(),
      createIdentity: Access.nullable(),
    }),
    errors: ['NOT_FOUND'],
  }),
  createResourceGroup: endpoint({
    operationId: 'createResourceGroup',
    summary: 'Create a resource group',
    method: 'POST',
    path: '/api/subscriptions/:subscriptionId/resource-groups',
    access: 'signed-in',
    params: InSubscription,
    body: NewResourceGroup,
    status: 201,
    reply: ResourceGroup,
    errors: ['RESOURCE_GROUP_EXISTS', 'FORBIDDEN', 'POLICY_REFUSED', 'NOT_FOUND'],
  }),
  readResourceGroupAccess: endpoint({
    operationId: 'readResourceGroupAccess',
    summary: 'What the person may do in one resource group',
    method: 'GET',
    path: '/api/subscriptions/:subscriptionId/resource-groups/:resourceGroup/access',
    access: 'signed-in',
    params: InResourceGroup,
    status: 200,
    reply: ResourceGroupAccess,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
