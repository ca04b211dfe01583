import { partnerTenant, tenantDisplayName, tenantDomain } from '../seed.ts'
import type { World } from './world.ts'

export interface Tenant {
  tenantId: string
  domain: string
  displayName: string
}

/** The emulator's own tenant, or the partner's, by GUID or domain. Of the partner's directory there are only principals. */
export function findTenant(segment: string, world: World): Tenant | undefined {
  const wanted = segment.toLowerCase()
  return tenantsOf(world).find(({ tenantId, domain }) => wanted === tenantId || wanted === domain)
}

function tenantsOf({ settings }: World): Tenant[] {
  const own = { tenantId: settings.tenantId, domain: tenantDomain, displayName: tenantDisplayName }
  return [own, partnerTenant]
}
