import { newServicePrincipal, passwordCredential } from './kernel/directory.ts'
import type { AppRole } from './kernel/entities/directory.ts'
import type { World } from './kernel/world.ts'
import { graphRoles } from './kernel/graph-permissions.ts'
import { consentForEverybody, plantApplication } from './plant-application.ts'
import { plantClients } from './plant-clients.ts'
import { plantGroups } from './plant-groups.ts'
import { portalApi } from './plant-portal-api.ts'
import { firstParty } from './seed-first-party.ts'
import { guidOf } from './seed-guid.ts'
import { accounts, automationClient, directoryRoles, portalClient } from './seed.ts'

/** Applications, their principals and what they may do; as constants of the seed, so that tests can name them. */
export function plantDirectory(world: World): void {
  const { store, clock, settings } = world
  const createdAt = clock.now()
  for (const { appId, displayName, servicePrincipalId } of Object.values(firstParty)) {
    const principal = { objectId: servicePrincipalId, appId, displayName, createdAt }
    store.servicePrincipals.put(
      servicePrincipalId,
      newServicePrincipal({ ...principal, tenantId: settings.tenantId, tags: [] }),
    )
  }
  const { clientId, clientSecret, ...automation } = automationClient
  plantApplication(world, { ...automation, appId: clientId }, clientSecret)
  grantGraphRoles(world, automation.servicePrincipalId, automationRoles)
  plantClients(world)
  plantGroups(world)
  const administrator = {
    roleTemplateId: directoryRoles.globalAdministrator,
    principalId: accounts.admin.objectId,
  }
  store.directoryRoleMembers.put(
    `${administrator.roleTemplateId}/${administrator.principalId}`,
    administrator,
  )
}

const automationRoles = [
  'Application.ReadWrite.All',
  'AuditLog.Read.All',
  'DelegatedPermissionGrant.ReadWrite.All',
  'Directory.Read.All',
]

function grantGraphRoles({ store, clock }: World, principalId: string, values: readonly string[]): void {
  for (const { id: appRoleId } of graphRoles.filter(({ value }) => values.includes(value))) {
    const id = guidOf(`role ${appRoleId} of ${principalId}`)
    store.appRoleAssignments.put(id, {
      id,
      appRoleId,
      principalId,
      principalType: 'ServicePrincipal',
      resourceId: firstParty.graph.servicePrincipalId,
      createdAt: clock.now(),
    })
  }
}

/** Follows the settings at every start: an unchanged registration is not written again. */
export function registerPortal(world: World): void {
  const { clientId, clientSecret, logoutUris } = world.settings.portal
  const asResource = portalApi(world.settings)
  const present = world.store.applications.get(clientId)
  const { hash } = passwordCredential(clientSecret, { keyId: '', now: 0 })
  const same =
    present !== undefined &&
    present.passwordCredentials.some((known) => known.hash === hash) &&
    present.appRoles.some(({ id }) => id === portalClient.adminRoleId) &&
    present.identifierUris.length > 0 &&
    JSON.stringify([present.redirectUris, present.logoutUris]) ===
      JSON.stringify([asResource.redirectUris, logoutUris])
  if (same) return
  const { objectId, servicePrincipalId, displayName } = portalClient
  plantApplication(world, { objectId, servicePrincipalId, displayName, appId: clientId }, clientSecret, {
    ...asResource,
    logoutUris,
    appRoles: [adminRole],
  })
  assignAdminRole(world)
  grantGraphRoles(world, servicePrincipalId, portalRoles)
  consentForEverybody(world, servicePrincipalId, firstParty.arm.servicePrincipalId, 'user_impersonation')
  consentForEverybody(world, servicePrincipalId, firstParty.graph.servicePrincipalId, portalGraphScopes)
}

const portalGraphScopes =
  'openid profile email offline_access Application.Read.All Application.ReadWrite.All AuditLog.Read.All Directory.Read.All User.Read User.Read.All User.ReadBasic.All'

/** What the portal reads by itself, on a schedule. */
const portalRoles = ['Application.Read.All', 'AuditLog.Read.All', 'Directory.Read.All']

const adminRole: AppRole = {
  id: portalClient.adminRoleId,
  value: portalClient.adminRole,
  displayName: 'Administrators of the portal',
  description: 'See and decide about every trust of the tenant.',
  allowedMemberTypes: ['User'],
  isEnabled: true,
}

function assignAdminRole({ store, clock }: World): void {
  const id = guidOf(`role ${adminRole.id} of ${accounts.admin.objectId}`)
  store.appRoleAssignments.put(id, {
    id,
    appRoleId: adminRole.id,
    principalId: accounts.admin.objectId,
    principalType: 'User',
    resourceId: portalClient.servicePrincipalId,
    createdAt: clock.now(),
  })
}
