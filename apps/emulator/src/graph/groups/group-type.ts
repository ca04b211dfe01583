import type { Group } from '../../kernel/entities/directory.ts'
import { entityType, type JsonObject } from '../core/entity-type.ts'
import { second } from '../core/instant.ts'

const empty: JsonObject = {
  id: null,
  deletedDateTime: null,
  classification: null,
  createdDateTime: null,
  creationOptions: [],
  description: null,
  displayName: null,
  expirationDateTime: null,
  groupTypes: [],
  isAssignableToRole: null,
  mail: null,
  mailEnabled: false,
  mailNickname: null,
  membershipRule: null,
  membershipRuleProcessingState: null,
  onPremisesDomainName: null,
  onPremisesLastSyncDateTime: null,
  onPremisesNetBiosName: null,
  onPremisesSamAccountName: null,
  onPremisesSecurityIdentifier: null,
  onPremisesSyncEnabled: null,
  preferredDataLocation: null,
  preferredLanguage: null,
  proxyAddresses: [],
  renewedDateTime: null,
  resourceBehaviorOptions: [],
  resourceProvisioningOptions: [],
  securityEnabled: true,
  securityIdentifier: null,
  theme: null,
  uniqueName: null,
  visibility: null,
  onPremisesProvisioningErrors: [],
  serviceProvisioningErrors: [],
}

/** A security group. https://learn.microsoft.com/graph/api/resources/group */
export const groupType = entityType<Group>(
  {
    name: 'group',
    resource: 'Group',
    properties: Object.keys(empty),
    filters: {
      id: 'eq ne not in',
      displayName: 'eq ne not ge le in startsWith null',
      mailNickname: 'eq ne not ge le in startsWith null',
      mailEnabled: 'eq ne not in',
      securityEnabled: 'eq ne not in',
    },
    order: ['displayName'],
    search: ['displayName', 'description'],
    navigations: [],
  },
  {
    id: ({ objectId }) => objectId,
    json: ({ objectId, displayName, mailNickname, createdAt }) => ({
      ...empty,
      id: objectId,
      displayName,
      mailNickname,
      createdDateTime: second(createdAt),
      renewedDateTime: second(createdAt),
    }),
  },
)
