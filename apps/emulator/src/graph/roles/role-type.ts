import { guidOf } from '../../seed-guid.ts'
import type { World } from '../../kernel/world.ts'
import { entityType } from '../core/entity-type.ts'
import { roleTemplates } from './role-templates.ts'

export type RoleTemplate = (typeof roleTemplates)[number]

/** https://learn.microsoft.com/graph/api/resources/directoryrole */
export const directoryRoleType = entityType<RoleTemplate>(
  {
    name: 'directoryRole',
    resource: 'DirectoryRole',
    properties: ['id', 'deletedDateTime', 'description', 'displayName', 'roleTemplateId'],
    filters: { id: 'eq', displayName: 'eq', roleTemplateId: 'eq' },
    order: [],
    search: [],
    navigations: [],
  },
  {
    id: ({ id }) => roleObjectId(id),
    json: ({ id, displayName, description }) => ({
      id: roleObjectId(id),
      deletedDateTime: null,
      description,
      displayName,
      roleTemplateId: id,
    }),
  },
)

/** https://learn.microsoft.com/graph/api/resources/directoryroletemplate */
export const roleTemplateType = entityType<RoleTemplate>(
  {
    name: 'directoryRoleTemplate',
    resource: 'DirectoryRoleTemplate',
    properties: ['id', 'deletedDateTime', 'description', 'displayName'],
    filters: {},
    order: [],
    search: [],
    navigations: [],
  },
  {
    id: ({ id }) => id,
    json: ({ id, displayName, description }) => ({ id, deletedDateTime: null, description, displayName }),
  },
)

/**
 * Only beta tells which roles are privileged. https://learn.microsoft.com/graph/api/resources/unifiedroledefinition
 */
export const roleDefinitionType = entityType<RoleTemplate>(
  {
    name: 'unifiedRoleDefinition',
    resource: 'UnifiedRoleDefinition',
    properties: [
      'id',
      'description',
      'displayName',
      'isBuiltIn',
      'isEnabled',
      'resourceScopes',
      'templateId',
      'version',
      'rolePermissions',
    ],
    betaProperties: ['isPrivileged', 'allowedPrincipalTypes'],
    filters: { id: 'eq in', displayName: 'eq in', isBuiltIn: 'eq', isPrivileged: 'eq', templateId: 'eq' },
    order: [],
    search: [],
    navigations: [],
    directoryObject: false,
  },
  {
    id: ({ id }) => id,
    json: ({ id, displayName, description, isPrivileged }) => ({
      id,
      description,
      displayName,
      isBuiltIn: true,
      isEnabled: true,
      resourceScopes: ['/'],
      templateId: id,
      version: '1',
      rolePermissions: [],
      isPrivileged,
      allowedPrincipalTypes: 'user,servicePrincipal,group',
    }),
  },
)

/** A role has an object of its own once somebody held it. */
export function activatedRoles({ store }: World): RoleTemplate[] {
  const held = new Set([...store.directoryRoleMembers.values()].map(({ roleTemplateId }) => roleTemplateId))
  return roleTemplates.filter(({ id }) => held.has(id))
}

/** Object id of an activated role. */
export function roleObjectId(templateId: string): string {
  return guidOf(`directory role ${templateId}`)
}
