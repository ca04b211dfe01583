import { tenantDisplayName, tenantDomain } from '../../seed.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'

export const listTenants = armOperation({
  id: 'arm/list-tenants',
  method: 'GET',
  path: '/tenants',
  armType: armTypes.tenants,
  summary: 'Tenants of the caller',
  source: 'https://learn.microsoft.com/rest/api/resources/tenants/list',
  handle: ({ world }) => {
    const { tenantId } = world.settings
    return {
      status: 200,
      body: {
        value: [
          {
            id: `/tenants/${tenantId}`,
            tenantId,
            tenantCategory: 'Home',
            countryCode: 'NL',
            displayName: tenantDisplayName,
            domains: [tenantDomain],
            defaultDomain: tenantDomain,
            tenantType: 'AAD',
          },
        ],
      },
    }
  },
})
