import type { User } from '../../kernel/entities/directory.ts'
import { entityType } from '../core/entity-type.ts'

/** What Graph sends of a person unasked. https://learn.microsoft.com/graph/api/user-get#response-1 */
const unasked = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
]

const onRequest = [
  'accountEnabled',
  'ageGroup',
  'city',
  'companyName',
  'country',
  'createdDateTime',
  'creationType',
  'deletedDateTime',
  'department',
  'employeeId',
  'externalUserState',
  'identities',
  'mailNickname',
  'onPremisesImmutableId',
  'onPremisesSyncEnabled',
  'otherMails',
  'proxyAddresses',
  'securityIdentifier',
  'state',
  'streetAddress',
  'usageLocation',
  'userType',
]

const text = 'eq ne not ge le in startsWith null'

/** https://learn.microsoft.com/graph/api/resources/user */
export const userType = entityType<User>(
  {
    name: 'user',
    resource: 'User',
    properties: [...unasked, ...onRequest],
    hidden: onRequest,
    filters: {
      id: 'eq ne not in',
      accountEnabled: 'eq ne not in',
      displayName: text,
      givenName: text,
      surname: text,
      jobTitle: text,
      mail: `${text} endsWith`,
      mailNickname: text,
      userPrincipalName: 'eq ne not ge le in startsWith endsWith',
      userType: 'eq ne not in null',
    },
    order: ['displayName', 'userPrincipalName', 'createdDateTime'],
    search: ['displayName', 'mail', 'userPrincipalName', 'givenName', 'surname'],
    navigations: [],
  },
  { id: ({ objectId }) => objectId, json: userShape },
)

function userShape({ objectId, username, displayName, blocked = false }: User): Record<string, unknown> {
  const space = displayName.indexOf(' ')
  return {
    ...Object.fromEntries(onRequest.map((name) => [name, null])),
    businessPhones: [],
    displayName,
    givenName: space === -1 ? null : displayName.slice(0, space),
    jobTitle: null,
    mail: username,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: space === -1 ? null : displayName.slice(space + 1),
    userPrincipalName: username,
    id: objectId,
    accountEnabled: !blocked,
    createdDateTime: '2020-01-15T09:00:00Z',
    identities: [],
    mailNickname: username.split('@')[0] ?? username,
    otherMails: [],
    proxyAddresses: [],
    userType: 'Member',
  }
}
