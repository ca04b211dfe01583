import type { PermissionGrant } from '../../kernel/entities/directory.ts'
import { entityType } from '../core/entity-type.ts'

/** https://learn.microsoft.com/graph/api/resources/oauth2permissiongrant */
export const grantType = entityType<PermissionGrant>(
  {
    name: 'oAuth2PermissionGrant',
    resource: 'OAuth2PermissionGrant',
    properties: ['clientId', 'consentType', 'id', 'principalId', 'resourceId', 'scope'],
    betaProperties: ['startTime', 'expiryTime'],
    filters: { clientId: 'eq', consentType: 'eq', principalId: 'eq null', resourceId: 'eq' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: ({ id }) => id,
    json: ({ id, clientId, consentType, principalId, resourceId, scope }) => ({
      clientId,
      consentType,
      id,
      principalId,
      resourceId,
      scope,
      startTime: '0001-01-01T00:00:00Z',
      expiryTime: '9999-12-31T23:59:59Z',
    }),
  },
)
