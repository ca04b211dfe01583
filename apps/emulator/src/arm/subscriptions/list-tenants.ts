import { findTenant } from '../../kernel/tenants.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'

export const listTenants = armOperation({
  id: 'arm/list-tenants',
  method: 'GET',
  path: '/tenants',
  armType: armTypes.tenants,
  summary: 'Tenants of the caller: the one that the token is of',
  source: 'https://learn.microsoft.com/rest/api/resources/tenants/list',
  handle: ({ caller, world }) => {
    const { tenantId } = caller
    const { displayName, domain } = findTenant(tenantId, world) ?? { displayName: tenantId, domain: tenantId }
    return {
      status: 200,
      body: {
        value: [
          {
            id: `/tenants/${tenantId}`,
            tenantId,
            tenantCategory: 'Home',
            countryCode: 'NL',
            displayName,
            domains: [domain],
            defaultDomain: domain,
            tenantType: 'AAD',
          },
        ],
      },
    }
  },
})
