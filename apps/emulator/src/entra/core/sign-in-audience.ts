import type { Application } from '../../kernel/entities/directory.ts'
import type { World } from '../../kernel/world.ts'
import { invalidRequest, unknownClient } from './refusal.ts'
import type { TenantInPath } from './tenant-path.ts'

/**
 * Throws when a single-tenant application is asked for by a path that is not its home's: another directory does not
 * know it, and `common` and `organizations` are for applications of several directories.
 * https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-AADSTS50194-configure-multitenant
 */
export function requireAudience(
  { appId, displayName, signInAudience }: Application,
  tenant: TenantInPath,
  world: World,
): void {
  if (signInAudience !== 'AzureADMyOrg') return
  if (tenant.tenantId !== world.settings.tenantId) throw unknownClient(appId, tenant.displayName)
  if (tenant.kind === 'tenant') return
  throw invalidRequest(
    50194,
    `Application '${appId}'(${displayName}) is not configured as a multi-tenant application. Usage of the /common endpoint is not supported for such apps created after '10/15/2018'. Use a tenant-specific endpoint or configure the application to be multi-tenant.`,
  )
}
