import type { Operation } from '../../kernel/operation.ts'
import { openidConfiguration } from './openid-configuration.ts'
import { metadataHeaders } from './tenant-endpoints.ts'
import { readTenant } from '../core/tenant-path.ts'

/**
 * MSAL for Python asks nobody whether an authority that ends in `/adfs` is trusted, which is the only way to bring
 * Azure CLI 2.45 to a cloud of one's own. The endpoints named are the tenant's.
 */
export const getAdfsConfiguration: Operation = {
  id: 'entra/get-adfs-configuration',
  method: 'GET',
  path: '/adfs/.well-known/openid-configuration',
  summary: 'Discovery document under the name of AD FS, where Azure CLI looks; it leads to the tenant',
  source: 'https://github.com/AzureAD/microsoft-authentication-library-for-python (msal/authority.py)',
  handle: (_request, world) => ({
    status: 200,
    headers: metadataHeaders,
    body: openidConfiguration(readTenant(world.settings.tenantId, world), world),
  }),
}
