import { newApplication, newServicePrincipal, passwordCredential } from './kernel/directory.ts'
import type { Application, PermissionGrant } from './kernel/entities/directory.ts'
import type { World } from './kernel/world.ts'
import { guidOf } from './seed-guid.ts'

/** An application with a secret, or without one, and its principal in the emulator's own tenant. */
export function plantApplication(
  { store, clock, settings }: World,
  fields: { objectId: string; appId: string; servicePrincipalId: string; displayName: string },
  secret: string | undefined,
  more: Partial<Application> = {},
): void {
  const { objectId, appId, servicePrincipalId, displayName } = fields
  const createdAt = clock.now()
  const keyId = guidOf(`secret of ${appId}`)
  const passwordCredentials =
    secret === undefined ? [] : [passwordCredential(secret, { keyId, now: createdAt })]
  store.applications.put(
    appId,
    newApplication({ objectId, appId, displayName, createdAt, passwordCredentials, ...more }),
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

/** Consent of an administrator; scopes are space-separated. */
export function consentForEverybody(
  { store }: World,
  clientId: string,
  resourceId: string,
  scope: string,
): void {
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
