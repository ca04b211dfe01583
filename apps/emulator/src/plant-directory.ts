import type { PermissionGrant } from './kernel/entities/directory.ts'
import { newApplication, newServicePrincipal, passwordCredential } from './kernel/directory.ts'
import type { World } from './kernel/world.ts'
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
  const administrator = {
    roleTemplateId: directoryRoles.globalAdministrator,
    principalId: accounts.admin.objectId,
  }
  store.directoryRoleMembers.put(
    `${administrator.roleTemplateId}/${administrator.principalId}`,
    administrator,
  )
}

/** Follows the settings at every start: an unchanged registration is not written again. */
export function registerPortal(world: World): void {
  const { clientId, clientSecret, redirectUris, logoutUris } = world.settings.portal
  const present = world.store.applications.get(clientId)
  const { hash } = passwordCredential(clientSecret, { keyId: '', now: 0 })
  const same =
    present !== undefined &&
    present.passwordCredentials.some((known) => known.hash === hash) &&
    JSON.stringify([present.redirectUris.web, present.logoutUris]) ===
      JSON.stringify([redirectUris, logoutUris])
  if (same) return
  const { objectId, servicePrincipalId, displayName } = portalClient
  plantApplication(world, { objectId, servicePrincipalId, displayName, appId: clientId }, clientSecret, {
    redirectUris: { web: redirectUris, spa: [], publicClient: [] },
    logoutUris,
  })
  consentForEverybody(world, servicePrincipalId, firstParty.arm.servicePrincipalId, 'user_impersonation')
  consentForEverybody(world, servicePrincipalId, firstParty.graph.servicePrincipalId, portalGraphScopes)
}

const portalGraphScopes =
  'openid profile email offline_access Application.Read.All Application.ReadWrite.All AuditLog.Read.All Directory.Read.All User.Read User.Read.All User.ReadBasic.All'

function plantApplication(
  { store, clock, settings }: World,
  fields: { objectId: string; appId: string; servicePrincipalId: string; displayName: string },
  secret: string,
  more: Parameters<typeof newApplication>[0] | object = {},
): void {
  const { objectId, appId, servicePrincipalId, displayName } = fields
  const createdAt = clock.now()
  const password = passwordCredential(secret, { keyId: guidOf(`secret of ${appId}`), now: createdAt })
  store.applications.put(
    appId,
    newApplication({ objectId, appId, displayName, createdAt, passwordCredentials: [password], ...more }),
  )
  store.servicePrincipals.put(
    servicePrincipalId,
    newServicePrincipal({
      objectId: servicePrincipalId,
      appId,
      displayName,
      tenantId: settings.tenantId,
      createdAt,
    }),
  )
}

function consentForEverybody({ store }: World, clientId: string, resourceId: string, scope: string): void {
  const grant: PermissionGrant = {
    id: guidOf(`consent ${clientId} ${resourceId}`),
    clientId,
    consentType: 'AllPrincipals',
    principalId: null,
    resourceId,
    scope,
  }
  store.permissionGrants.put(grant.id, grant)
}
