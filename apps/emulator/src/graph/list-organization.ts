import type { World } from '../kernel/world.ts'
import { tenantDisplayName, tenantDomain } from '../seed.ts'
import { graphOperation } from './graph-operation.ts'
import { selectFrom } from './select.ts'

export const listOrganization = graphOperation({
  id: 'graph/list-organization',
  method: 'GET',
  path: '/organization',
  summary: 'The tenant: a list of one',
  source: 'https://learn.microsoft.com/graph/api/organization-list',
  handle: (call) => {
    const { request, world, version } = call
    const outcome = selectFrom(call, organizationShape(world), 'organization')
    if ('refused' in outcome) return outcome.refused
    const fragment = outcome.names.length > 0 ? `(${outcome.names.join(',')})` : ''
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/${version}/$metadata#organization${fragment}`,
        value: [outcome.selected],
      },
    }
  },
})

function organizationShape({ settings }: World): Record<string, unknown> {
  return {
    id: settings.tenantId,
    deletedDateTime: null,
    businessPhones: [],
    city: null,
    country: null,
    countryLetterCode: 'NL',
    createdDateTime: '2020-01-15T09:00:00Z',
    displayName: tenantDisplayName,
    marketingNotificationEmails: [],
    onPremisesSyncEnabled: null,
    postalCode: null,
    preferredLanguage: 'en',
    privacyProfile: null,
    securityComplianceNotificationMails: [],
    securityComplianceNotificationPhones: [],
    state: null,
    street: null,
    technicalNotificationMails: [`admin@${tenantDomain}`],
    tenantType: 'AAD',
    assignedPlans: [],
    provisionedPlans: [],
    verifiedDomains: [
      {
        capabilities: 'Email, OfficeCommunicationsOnline',
        isDefault: true,
        isInitial: true,
        name: tenantDomain,
        type: 'Managed',
      },
    ],
  }
}
