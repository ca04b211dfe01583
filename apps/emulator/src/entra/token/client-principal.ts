import { servicePrincipalOf } from '../../kernel/directory.ts'
import type { Application, ServicePrincipal } from '../../kernel/entities/directory.ts'
import type { Tenant } from '../../kernel/tenants.ts'
import type { World } from '../../kernel/world.ts'
import { invalidClient, unauthorizedClient, unknownClient } from '../core/refusal.ts'

/** Throws when a single-tenant application is asked for in a directory that is not its home. */
export function requireMultiTenant(application: Application, tenant: Tenant, world: World): void {
  if (tenant.tenantId === world.settings.tenantId) return
  const { signInAudience, appId } = application
  if (signInAudience === 'AzureADMyOrg' || signInAudience === 'PersonalMicrosoftAccount') {
    throw unknownClient(appId, tenant.displayName)
  }
}

/** The application's principal in a directory, in whose name it signs in; throws when it is missing or switched off. */
export function requirePrincipal(
  { appId, displayName }: Application,
  tenant: Tenant,
  world: World,
): ServicePrincipal {
  const principal = servicePrincipalOf(world, appId, tenant.tenantId)
  if (!principal) {
    throw invalidClient(
      7000229,
      `The client application ${appId} is missing service principal in the tenant ${tenant.tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
    )
  }
  if (!principal.accountEnabled) {
    throw unauthorizedClient(7000112, `Application '${appId}'(${displayName}) is disabled.`)
  }
  return principal
}
