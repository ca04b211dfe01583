import { newApplication, newServicePrincipal } from '../kernel/directory.ts'
import type { PlantedFault } from '../kernel/entities/answer-sheet.ts'
import { applicationKey, type CredentialParent } from '../kernel/entities/federated-credential.ts'
import type { World } from '../kernel/world.ts'
import { guidOf } from '../seed-guid.ts'
import { noteFaults } from './note-faults.ts'
import { ownerIdsOf, tagsOf } from './owners.ts'
import type { PlannedParent } from './plan.ts'
import { plantAccess } from './plant-access.ts'
import { groupOf, groupPath, nameOf } from './plant-groups.ts'
import { plantTrusts } from './plant-trusts.ts'

/** Which parent of the tenant it is. */
export interface Numbered {
  seed: number
  number: number
}

/** A parent as it stands in the store. */
export interface StoredParent {
  stored: CredentialParent
  /** Prefix of the ids that ARM gives to its trusts; of an application the store's own. */
  folder: string
  principalId: string
  clientId: string
  named: PlantedFault['parent']
}

const day = 24 * 60 * 60_000
/** Older than any time that a log is kept for. */
export const parentAgeDays = 400

/** Stores a planned parent with everything it has, and what is wrong with it. */
export function plantParent(world: World, planned: PlannedParent, at: Numbered): void {
  const parent =
    planned.kind === 'identity' ? plantIdentity(world, planned, at) : plantApplication(world, planned, at)
  plantAccess(world, planned, parent, at)
  plantLastUse(world, planned, parent)
  const trusts = plantTrusts(world, planned, parent)
  noteFaults(world, planned, parent, trusts)
}

function plantIdentity(world: World, planned: PlannedParent, { seed, number }: Numbered): StoredParent {
  const { place } = planned
  const { subscriptionId, name: resourceGroup, location } = groupOf(seed, number, place)
  const name = nameOf(seed, number, 'identity', place)
  const principalId = guidOf(`review ${seed} principal ${number}`)
  const clientId = guidOf(`review ${seed} client ${number}`)
  const group = groupPath({ subscriptionId, name: resourceGroup, location })
  const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`
  const resourceId = id.toLowerCase()
  world.store.identities.put(resourceId, {
    subscriptionId,
    resourceGroup,
    name,
    location,
    tags: tagsOf(planned, number),
    principalId,
    clientId,
    isolationScope: 'None',
    assignmentRestrictions: null,
    createdAt: world.clock.now() - parentAgeDays * day,
  })
  const named = { kind: 'managedIdentity', resourceId: id, name } as const
  return { stored: { kind: 'managedIdentity', resourceId }, folder: id, principalId, clientId, named }
}

function plantApplication(world: World, planned: PlannedParent, { seed, number }: Numbered): StoredParent {
  const { store, clock, settings } = world
  const guid = (what: string) => guidOf(`review ${seed} application ${what} ${number}`)
  const [objectId, appId, principalId] = [guid('object'), guid('client'), guid('principal')]
  const displayName = nameOf(seed, number, 'application')
  const ownerIds = ownerIdsOf(planned, number)
  const fields = { appId, displayName, ownerIds, createdAt: clock.now() - parentAgeDays * day }
  store.applications.put(appId, newApplication({ ...fields, objectId }))
  store.servicePrincipals.put(
    principalId,
    newServicePrincipal({ ...fields, objectId: principalId, tenantId: settings.tenantId }),
  )
  const named = { kind: 'application', objectId, appId, name: displayName } as const
  const folder = applicationKey(objectId)
  return { stored: { kind: 'application', objectId }, folder, principalId, clientId: appId, named }
}

function plantLastUse(
  { store, clock }: World,
  { lastUseDays }: PlannedParent,
  { clientId }: StoredParent,
): void {
  if (lastUseDays === null) {
    store.signInActivities.delete(clientId)
    return
  }
  store.signInActivities.put(clientId, {
    appId: clientId,
    delegatedClient: null,
    delegatedResource: null,
    applicationClient: { at: clock.now() - lastUseDays * day, requestId: guidOf(`last use of ${clientId}`) },
    applicationResource: null,
  })
}
