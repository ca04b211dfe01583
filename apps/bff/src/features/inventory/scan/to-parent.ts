import type { Application, InventoryParent } from '@trustwright/shared-schemas'
import { knownFact as known, unknownFact as unknown, type Fact } from '@trustwright/federation'
import { applicationId, identityId, resourceKey } from '../../../domain/resource-ids.ts'
import type { IdentityResource, PrincipalWithTrusts } from '../../../inventory-port.ts'

/** Facts that are read after the lists. */
type LaterFacts = Pick<
  InventoryParent,
  'owners' | 'roles' | 'appRoles' | 'directoryRoles' | 'azurePolicies' | 'lastSignInAt' | 'principalId'
>

/** What stands until they are: the facts of the pass before, or none. */
export function laterFacts(before: InventoryParent | undefined): LaterFacts {
  const notRead = unknown('not-read')
  return {
    owners: before?.owners ?? notRead,
    roles: before?.roles ?? notRead,
    appRoles: before?.appRoles ?? notRead,
    directoryRoles: before?.directoryRoles ?? notRead,
    lastSignInAt: before?.lastSignInAt ?? notRead,
    principalId: before?.principalId ?? null,
    ...(before?.azurePolicies && { azurePolicies: before.azurePolicies }),
  }
}

export function applicationKey(appId: string): string {
  return resourceKey(applicationId(appId))
}

export function applicationParent(
  { appId, displayName, objectId }: Application,
  before: InventoryParent | undefined,
): InventoryParent {
  return {
    ...laterFacts(before),
    key: applicationKey(appId),
    parent: { kind: 'application', appId },
    displayName,
    clientId: appId,
    objectId,
    resourceId: null,
    subscriptionName: '',
    location: '',
    allTrustsRead: true,
    tags: unknown('not-told'),
    isAksManaged: known(false),
  }
}

export interface IdentityFound {
  readonly path: IdentityResource | NonNullable<PrincipalWithTrusts['path']>
  /** As Azure spells it, where it told. */
  readonly resourceId?: string | undefined
  readonly clientId: string
  readonly principalId: string
  readonly location: string
  readonly subscriptionName: string
  /** Undefined where Resource Graph did not show it. */
  readonly tags: Readonly<Record<string, string>> | undefined
}

export function identityParent(found: IdentityFound, before: InventoryParent | undefined): InventoryParent {
  const { subscriptionId, resourceGroup, identityName } = found.path
  const path = { subscriptionId, resourceGroup, identityName }
  const resourceId = found.resourceId ?? identityId(path)
  const { tags } = found
  return {
    ...laterFacts(before),
    key: resourceKey(identityId(path)),
    parent: { kind: 'managedIdentity', ...path },
    displayName: identityName,
    clientId: found.clientId,
    objectId: null,
    principalId: found.principalId === '' ? (before?.principalId ?? null) : found.principalId,
    resourceId: resourceKey(resourceId),
    subscriptionName: found.subscriptionName,
    location: found.location,
    allTrustsRead: true,
    tags: tags === undefined ? unknown('not-allowed') : known({ ...tags }),
    isAksManaged: isAksManaged(resourceGroup, tags),
  }
}

/** AKS names its own groups and tags what it makes. https://learn.microsoft.com/azure/aks/faq */
function isAksManaged(group: string, tags: IdentityFound['tags']): Fact<boolean> {
  if (/^mc_/i.test(group)) return known(true)
  if (tags === undefined) return unknown('not-allowed')
  return known(Object.keys(tags).some((name) => /^aks-managed-/i.test(name)))
}
