import type { EmulatorRequest, EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { errorPage } from '../core/error-page.ts'
import { EntraRefusal } from '../core/refusal.ts'
import { readTenant, type TenantInPath } from '../core/tenant-path.ts'
import { refuseForeignForm } from '../interaction/own-forms.ts'

/** Leads to the tenant's own path, which the single sign-on cookie is bound to; 307 keeps a POST. */
export function runDevicePage(
  request: EmulatorRequest,
  world: World,
  next: (tenant: TenantInPath) => EmulatorResponse,
): EmulatorResponse {
  try {
    refuseForeignForm(request)
    const tenant = readTenant(request.params.tenant ?? '', world)
    if (request.params.tenant === tenant.tenantId) return next(tenant)
    const query = request.query.size === 0 ? '' : `?${request.query.toString()}`
    const location = `${request.origin}/${tenant.tenantId}/oauth2/deviceauth${query}`
    return { status: 307, headers: { location } }
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error
    return errorPage(error.failure, world)
  }
}
