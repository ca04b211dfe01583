import type { World } from './kernel/world.ts'
import { plantClusters } from './plant-clusters.ts'
import { plantDirectory, registerPortal } from './plant-directory.ts'
import { plantGithub } from './plant-github.ts'
import { guidOf } from './seed-guid.ts'
import { credentials, identities, resourceGroups } from './seed-resources.ts'
import {
  accounts,
  automationClient,
  extraAccounts,
  partnerClient,
  partnerSubscription,
  partnerTenant,
  portalClient,
  subscriptions,
} from './seed.ts'

const contributor = 'b24988ac-6180-42a0-ab88-20f7382dd24c'
const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
const reader = 'acdd72a7-3385-48ef-bd42-f606fba81ae7'

/** Fills an empty store once, as one write; registers the portal anew at each start, since settings may change. */
export function plantSeed(world: World): void {
  world.transaction(() => {
    if (world.store.users.list().length === 0) {
      plantPeople(world)
      plantSubscriptions(world)
      plantIdentities(world)
      plantDirectory(world)
      plantClusters(world)
      plantRoles(world)
      plantGithub(world)
    }
    registerPortal(world)
  })
}

function plantPeople({ store }: World): void {
  for (const account of [...Object.values(accounts), ...extraAccounts]) {
    store.users.put(account.objectId, { ...account })
  }
}

function plantSubscriptions({ store, settings }: World): void {
  for (const subscription of Object.values(subscriptions)) {
    store.subscriptions.put(subscription.subscriptionId, {
      ...subscription,
      tenantId: settings.tenantId,
      state: 'Enabled',
    })
  }
  store.subscriptions.put(partnerSubscription.subscriptionId, {
    ...partnerSubscription,
    tenantId: partnerTenant.tenantId,
    state: 'Enabled',
  })
  for (const group of resourceGroups) {
    const key = `/subscriptions/${group.subscriptionId}/resourcegroups/${group.name}`
    store.resourceGroups.put(key.toLowerCase(), { ...group, tags: {} })
  }
}

function plantIdentities({ store, newGuid, clock }: World): void {
  for (const identity of identities) {
    const resourceId = `/subscriptions/${identity.subscriptionId}/resourcegroups/${identity.resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity.name}`
    store.identities.put(resourceId.toLowerCase(), {
      ...identity,
      tags: {},
      isolationScope: 'None',
      assignmentRestrictions: null,
      createdAt: clock.now(),
    })
    for (const { name, issuer, subject, audience } of credentials.filter(
      (credential) => credential.identity === identity.name,
    )) {
      store.credentials.put(`${resourceId}/federatedIdentityCredentials/${name}`.toLowerCase(), {
        id: newGuid(),
        parent: { kind: 'managedIdentity', resourceId: resourceId.toLowerCase() },
        name,
        issuer,
        subject,
        claimsMatchingExpression: null,
        audiences: [audience],
        description: null,
        createdAt: clock.now(),
      })
    }
  }
}

function plantRoles(world: World): void {
  const { development, production, restricted } = subscriptions
  const all = [development, production, restricted]
  const [secondDeveloper, secondReader] = extraAccounts
  const grants: [
    principalId: string,
    type: 'User' | 'ServicePrincipal',
    role: string,
    scopes: { subscriptionId: string }[],
  ][] = [
    [accounts.developer.objectId, 'User', contributor, [development]],
    [secondDeveloper.objectId, 'User', contributor, [development]],
    [accounts.admin.objectId, 'User', owner, all],
    [accounts.reader.objectId, 'User', reader, all],
    [secondReader.objectId, 'User', reader, all],
    [automationClient.servicePrincipalId, 'ServicePrincipal', contributor, all],
    [portalClient.servicePrincipalId, 'ServicePrincipal', reader, all],
    [partnerClient.partnerPrincipalId, 'ServicePrincipal', contributor, [partnerSubscription]],
  ]
  for (const [principalId, principalType, role, scopes] of grants) {
    for (const { subscriptionId } of scopes) {
      assign(world, `/subscriptions/${subscriptionId}`, role, principalId, principalType)
    }
  }
}

function assign(
  { store, clock }: World,
  scope: string,
  role: string,
  principalId: string,
  principalType: 'User' | 'ServicePrincipal',
): void {
  const name = guidOf(`${scope} ${role} ${principalId}`)
  const key = `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`.toLowerCase()
  const roleDefinitionId = `${scope}/providers/Microsoft.Authorization/roleDefinitions/${role}`
  store.roleAssignments.put(key, {
    name,
    scope,
    roleDefinitionId,
    principalId,
    principalType,
    description: null,
    condition: null,
    conditionVersion: null,
    delegatedManagedIdentityResourceId: null,
    createdAt: clock.now(),
    createdBy: null,
  })
}
