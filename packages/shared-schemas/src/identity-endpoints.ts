import * as z from 'zod'
import { endpoint } from './endpoint.ts'
import { Identity, IdentityDetail, NewIdentity } from './identity.ts'
import { IdentitySearch } from './inventory.ts'
import { InResourceGroup, InSubscription } from './subscription-endpoints.ts'
import { IdentityPath, identityAddress } from './trust-parent.ts'

/** The addresses of managed identities; a part of `endpoints`. */
export const identityEndpoints = {
  listIdentities: endpoint({
    operationId: 'listIdentities',
    summary: 'User-assigned managed identities of a subscription',
    method: 'GET',
    path: '/api/subscriptions/:subscriptionId/identities',
    access: 'signed-in',
    params: InSubscription,
    status: 200,
    reply: z.strictObject({ identities: z.array(Identity) }),
    errors: ['NOT_FOUND'],
  }),
  listAllIdentities: endpoint({
    operationId: 'listAllIdentities',
    summary: 'User-assigned managed identities of every subscription that the person may read',
    method: 'GET',
    path: '/api/identities',
    access: 'signed-in',
    status: 200,
    reply: IdentitySearch,
    errors: [],
  }),
  createIdentity: endpoint({
    operationId: 'createIdentity',
    summary: 'Create a user-assigned managed identity',
    method: 'POST',
    path: '/api/subscriptions/:subscriptionId/resource-groups/:resourceGroup/identities',
    access: 'signed-in',
    params: InResourceGroup,
    body: NewIdentity,
    status: 201,
    reply: Identity,
    errors: ['IDENTITY_EXISTS', 'FORBIDDEN', 'POLICY_REFUSED', 'RESOURCE_LOCKED', 'NOT_FOUND'],
  }),
  readIdentity: endpoint({
    operationId: 'readIdentity',
    summary: 'One identity, and what the person may do with its trusts',
    method: 'GET',
    path: identityAddress,
    access: 'signed-in',
    params: IdentityPath,
    status: 200,
    reply: IdentityDetail,
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
