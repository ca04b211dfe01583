import type { DirectoryAudit } from '../../kernel/entities/directory.ts'
import { entityType } from '../core/entity-type.ts'
import { instant } from '../core/instant.ts'

/** https://learn.microsoft.com/graph/api/resources/directoryaudit */
export const auditType = entityType<DirectoryAudit>(
  {
    name: 'directoryAudit',
    resource: 'DirectoryAudit',
    properties: [
      'id',
      'category',
      'correlationId',
      'result',
      'resultReason',
      'activityDisplayName',
      'activityDateTime',
      'loggedByService',
      'operationType',
      'initiatedBy',
      'targetResources',
      'additionalDetails',
    ],
    filters: {
      activityDisplayName: 'eq startsWith',
      activityDateTime: 'eq ge le gt lt',
      category: 'eq',
      correlationId: 'eq',
      loggedByService: 'eq',
      result: 'eq',
      'initiatedBy/user/id': 'eq',
      'initiatedBy/user/userPrincipalName': 'eq startsWith',
      'initiatedBy/app/appId': 'eq',
      'targetResources/id': 'eq',
      'targetResources/displayName': 'eq startsWith',
    },
    order: ['activityDateTime'],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: ({ id }) => id,
    json: (row) => ({
      id: row.id,
      category: 'ApplicationManagement',
      correlationId: row.correlationId,
      result: 'success',
      resultReason: '',
      activityDisplayName: row.activity,
      activityDateTime: instant(row.at),
      loggedByService: 'Core Directory',
      operationType: row.operationType,
      initiatedBy: initiatorShape(row.initiator),
      targetResources: [
        {
          id: row.target.id,
          displayName: row.target.displayName,
          type: row.target.type,
          userPrincipalName: null,
          groupType: null,
          modifiedProperties: row.changes.map(({ name, before, after }) => ({
            displayName: name,
            oldValue: before,
            newValue: after,
          })),
        },
      ],
      additionalDetails: [],
    }),
  },
)

function initiatorShape({ kind, id, name, appId }: DirectoryAudit['initiator']) {
  return kind === 'user'
    ? { app: null, user: { id, displayName: null, userPrincipalName: name, ipAddress: '', userType: null } }
    : {
        user: null,
        app: { appId, displayName: name, servicePrincipalId: id, servicePrincipalName: null },
      }
}
