import { tenantDisplayName, tenantDomain } from '../../seed.ts'
import { entityType } from '../core/entity-type.ts'
import { graphOperation } from '../core/graph-operation.ts'
import { permissions } from '../core/permissions.ts'
import { collectionAnswer } from '../query/list-answer.ts'

const organization: Record<string, unknown> = {
  id: null,
  deletedDateTime: null,
  businessPhones: [],
  city: null,
  country: null,
  countryLetterCode: 'NL',
  createdDateTime: '2020-01-15T09:00:00Z',
  displayName: tenantDisplayName,
  marketingNotificationEmails: [],
  onPremisesLastSyncDateTime: null,
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
  directorySizeQuota: { used: 150, total: 50_000 },
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

const organizationType = entityType<string>(
  {
    name: 'organization',
    resource: 'Organization',
    properties: Object.keys(organization),
    filters: { id: 'eq' },
    order: [],
    search: [],
    navigations: [],
  },
  { id: (id) => id, json: (id) => ({ ...organization, id }) },
)

export const listOrganization = graphOperation({
  id: 'graph/list-organization',
  method: 'GET',
  path: '/organization',
  summary: 'The tenant: a list of one',
  source: 'https://learn.microsoft.com/graph/api/organization-list',
  permissions: permissions.readOrganization,
  handle: (call) =>
    collectionAnswer(call, {
      type: organizationType.info,
      context: 'organization',
      items: [organizationType.item(call.world.settings.tenantId, call)],
    }),
})
