import type { TypeInfo } from '../core/entity-type.ts'

/**
 * What may be said of directory objects of several types in one list. https://learn.microsoft.com/graph/api/resources/directoryobject
 */
export const directoryObjectType: TypeInfo = {
  name: 'directoryObject',
  resource: 'DirectoryObject',
  properties: [
    'id',
    'deletedDateTime',
    'displayName',
    'userPrincipalName',
    'mail',
    'appId',
    'servicePrincipalType',
    'mailNickname',
    'securityEnabled',
  ],
  filters: { id: 'eq in advanced', displayName: 'eq startsWith advanced' },
  order: ['displayName'],
  search: ['displayName'],
  navigations: [],
}
