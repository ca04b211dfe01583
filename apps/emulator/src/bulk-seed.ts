import { newApplication, newServicePrincipal } from './kernel/directory.ts'
import { storeCredential } from './kernel/credential-writes.ts'
import { applicationKey, type CredentialParent } from './kernel/entities/federated-credential.ts'
import type { World } from './kernel/world.ts'
import { bulkTrust } from './bulk-trust.ts'
import { guidOf } from './seed-guid.ts'
import { accounts, subscriptions } from './seed.ts'

export interface BulkSeed {
  identities: number
  applications: number
  /** Federated identity credentials of each of them, 20 at most. */
  credentialsEach: number
  /** Other numbers give other names and ids. */
  seed: number
}

const identitiesInGroup = 200
const locations = ['westeurope', 'northeurope', 'swedencentral', 'eastus', 'uksouth'] as const
const teams = [
  'pay',
  'shop',
  'search',
  'ledger',
  'media',
  'fleet',
  'claims',
  'loyalty',
  'stock',
  'portal',
] as const
const parts = ['api', 'web', 'worker', 'deploy', 'terraform', 'batch', 'gateway', 'reports'] as const

/**
 * Adds managed identities (in groups of their own) and applications (with a principal each), every one with as many
 * credentials. The same numbers give the same tenant; repeated, they change nothing but times. One write.
 */
export function plantBulk(world: World, bulk: BulkSeed): void {
  world.transaction(() => {
    plantGroups(world, bulk)
    for (let number = 0; number < bulk.identities; number += 1) plantIdentity(world, bulk, number)
    for (let number = 0; number < bulk.applications; number += 1) plantApplication(world, bulk, number)
  })
}

function plantGroups({ store }: World, { identities, seed }: BulkSeed): void {
  for (let number = 0; number < identities; number += identitiesInGroup) {
    const group = groupOf(number, seed)
    const key = `/subscriptions/${group.subscriptionId}/resourcegroups/${group.name}`.toLowerCase()
    if (!store.resourceGroups.get(key)) store.resourceGroups.put(key, { ...group, tags: {} })
  }
}

function plantIdentity(world: World, bulk: BulkSeed, number: number): void {
  const { subscriptionId, name: resourceGroup, location } = groupOf(number, bulk.seed)
  const name = `id-${nameOf(number, bulk.seed)}`
  const resourceId =
    `/subscriptions/${subscriptionId}/resourcegroups/${resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`.toLowerCase()
  world.store.identities.put(resourceId, {
    subscriptionId,
    resourceGroup,
    name,
    location,
    tags: {},
    principalId: guidOf(`bulk ${bulk.seed} principal ${number}`),
    clientId: guidOf(`bulk ${bulk.seed} client ${number}`),
    isolationScope: 'None',
    assignmentRestrictions: null,
    createdAt: world.clock.now(),
  })
  plantCredentials(world, bulk, { kind: 'managedIdentity', resourceId }, number)
}

function plantApplication(world: World, bulk: BulkSeed, number: number): void {
  const { store, clock, settings } = world
  const guid = (what: string) => guidOf(`bulk ${bulk.seed} application ${what} ${number}`)
  const fields = { appId: guid('client'), displayName: nameOf(number, bulk.seed), createdAt: clock.now() }
  const objectId = guid('object')
  const ownerIds = number % 10 === 0 ? [accounts.developer.objectId] : []
  store.applications.put(fields.appId, newApplication({ ...fields, objectId, ownerIds }))
  const principalId = guid('principal')
  const { tenantId } = settings
  store.servicePrincipals.put(
    principalId,
    newServicePrincipal({ ...fields, objectId: principalId, tenantId, ownerIds }),
  )
  plantCredentials(world, bulk, { kind: 'application', objectId }, number)
}

function plantCredentials(world: World, bulk: BulkSeed, parent: CredentialParent, number: number): void {
  const managed = parent.kind === 'managedIdentity'
  const folder = managed ? parent.resourceId : applicationKey(parent.objectId)
  for (let index = 0; index < bulk.credentialsEach; index += 1) {
    const id = guidOf(`bulk ${bulk.seed} ${folder} ${index}`)
    const { name, ...trust } = bulkTrust(teamOf(number), partOf(number), number, index)
    storeCredential(world, `${folder}/federatedidentitycredentials/${managed ? name : id}`, {
      id,
      parent,
      name,
      ...trust,
      claimsMatchingExpression: null,
      description: null,
      createdAt: world.clock.now(),
    })
  }
}

function groupOf(number: number, seed: number) {
  const group = Math.floor(number / identitiesInGroup)
  const { development, production } = subscriptions
  const { subscriptionId } = group % 2 === 0 ? development : production
  const location = locations[group % locations.length] ?? locations[0]
  return {
    subscriptionId,
    name: `rg-${teamOf(group)}-${seed}-${String(group + 1).padStart(3, '0')}`,
    location,
  }
}

function nameOf(number: number, seed: number): string {
  return `${teamOf(number)}-${partOf(number)}-${seed}-${String(number + 1).padStart(5, '0')}`
}

function teamOf(number: number): string {
  return teams[number % teams.length] ?? teams[0]
}

function partOf(number: number): string {
  return parts[Math.floor(number / teams.length) % parts.length] ?? parts[0]
}
