import { tenantDomain } from '../../seed.ts'
import type { World } from '../../kernel/world.ts'
import { invalidRequest } from './refusal.ts'

export type TenantPath = 'tenant' | 'common' | 'organizations'

/** Reads the first path segment: the tenant's GUID or domain, `common` or `organizations`; anything else is 90002. */
export function readTenantPath(segment: string, world: World): TenantPath {
  const wanted = segment.toLowerCase()
  if (wanted === world.settings.tenantId || wanted === tenantDomain) return 'tenant'
  if (wanted === 'common' || wanted === 'organizations') return wanted
  throw invalidRequest(
    90002,
    `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  )
}
