import type { Identity, IdentityPath, Subscription } from '@trustwright/shared-schemas'
import { identityId, trustId } from '../domain/resource-ids.ts'
import type { Arm, StoredCredential } from '../ports.ts'

export interface SyntheticSize {
  readonly subscriptions: number
  readonly identitiesEach: number
  readonly trustsEach: number
}

/** An ARM of any size that can only be listed; `changes` replace single methods. */
export function syntheticArm(size: SyntheticSize, changes: Partial<Arm> = {}): Arm {
  const refuse = () => Promise.reject(new Error('The synthetic ARM can only be listed'))
  return {
    listLocations: refuse,
    listResourceGroups: refuse,
    findResourceGroup: refuse,
    createResourceGroup: refuse,
    readIdentity: refuse,
    findIdentity: refuse,
    createIdentity: refuse,
    listPermissions: refuse,
    listPermissionsAt: refuse,
    listSubscriptionRoles: refuse,
    listAssignments: refuse,
    listPolicyAssignments: refuse,
    listLocks: refuse,
    queryIdentities: refuse,
    queryClusters: refuse,
    listClusters: refuse,
    readCluster: refuse,
    readRoleDefinition: refuse,
    readAssignment: refuse,
    createAssignment: refuse,
    deleteAssignment: refuse,
    readCredential: refuse,
    putCredential: refuse,
    deleteCredential: refuse,
    listIdentityResources: withoutMore,
    listPrincipalRoles: withoutMore,
    listRoleDefinitions: withoutMore,
    listCredentialWrites: withoutMore,
    listSubscriptionPolicies: async () => [],
    listSubscriptions: async () => numbers(size.subscriptions).map(toSubscription),
    listIdentities: async (_, subscriptionId) =>
      numbers(size.identitiesEach).map((number) => toIdentity(subscriptionId, number)),
    listCredentials: async (_, path) => numbers(size.trustsEach).map((number) => toCredential(path, number)),
    ...changes,
  }
}

async function withoutMore() {
  return { items: [], total: 0, nextCursor: null }
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}

export function toSubscription(number: number): Subscription {
  const subscriptionId = `3d5a7c10-0001-4e2b-9c4d-${String(number).padStart(12, '0')}`
  return { subscriptionId, displayName: `Contoso ${number}`, state: 'Enabled', tenantId: null }
}

export function toIdentity(subscriptionId: string, number: number): Identity {
  const path = { subscriptionId, resourceGroup: 'rg', identityName: `id-${number}` }
  return {
    ...path,
    resourceId: identityId(path),
    location: 'westeurope',
    supportsTrusts: true,
    tenantId: 't',
    clientId: 'c',
    principalId: 'p',
  }
}

function toCredential(path: IdentityPath, number: number): StoredCredential {
  const name = `trust-${number}`
  return {
    id: trustId(path, name),
    name,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: `repo:contoso/${path.identityName}-${number}:ref:refs/heads/main`,
    audiences: ['api://AzureADTokenExchange'],
  }
}
