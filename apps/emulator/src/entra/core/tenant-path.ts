import { findTenant, type Tenant } from '../../kernel/tenants.ts'
import type { World } from '../../kernel/world.ts'
import { tenantDisplayName, tenantDomain } from '../../seed.ts'
import { invalidRequest } from './refusal.ts'

export type TenantPath = 'tenant' | 'common' | 'organizations'

/** The directory that a path leads to: for `common` and `organizations` the one that people here belong to. */
export interface TenantInPath extends Tenant {
  kind: TenantPath
}

/** Reads the first path segment: a tenant's GUID or domain, `common` or `organizations`; anything else is 90002. */
export function readTenant(segment: string, world: World): TenantInPath {
  const wanted = segment.toLowerCase()
  if (wanted === 'common' || wanted === 'organizations') {
    const { tenantId } = world.settings
    return { kind: wanted, tenantId, domain: tenantDomain, displayName: tenantDisplayName }
  }
  const found = findTenant(wanted, world)
  if (found) return { kind: 'tenant', ...found }
  throw invalidRequest(
    90002,
    `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
  )
}
