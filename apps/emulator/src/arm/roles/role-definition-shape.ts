import type { Role } from './find-role.ts'

/**
 * A role definition as ARM returns it, with the id prefixed by the subscription that the scope lies in.
 * Source: https://learn.microsoft.com/rest/api/authorization/role-definitions/list
 */
export function roleDefinitionShape(role: Role, scope: string): Record<string, unknown> {
  const { name, roleName, description, permissions, custom } = role
  return {
    id: roleDefinitionIdAt(name, scope),
    name,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName,
      type: custom ? 'CustomRole' : 'BuiltInRole',
      description,
      assignableScopes: custom?.assignableScopes ?? ['/'],
      permissions,
      createdOn: custom ? new Date(custom.createdAt).toISOString() : '2015-02-02T21:55:09.8806423Z',
      updatedOn: custom ? new Date(custom.updatedAt).toISOString() : '2021-11-11T20:13:55.6823820Z',
      createdBy: custom?.createdBy ?? null,
      updatedBy: custom?.createdBy ?? null,
    },
  }
}

export function roleDefinitionIdAt(guid: string, scope: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? ''
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`
}
