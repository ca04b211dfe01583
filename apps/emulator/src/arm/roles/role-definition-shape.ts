import type { BuiltInRole } from './built-in-roles.ts'

/**
 * A role definition as ARM returns it, with the id prefixed by the subscription that the scope lies in.
 * Source: https://learn.microsoft.com/rest/api/authorization/role-definitions/list
 */
export function roleDefinitionShape(role: BuiltInRole, scope: string): Record<string, unknown> {
  return {
    id: roleDefinitionIdAt(role.name, scope),
    name: role.name,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName: role.roleName,
      type: 'BuiltInRole',
      description: role.description,
      assignableScopes: ['/'],
      permissions: [
        { actions: role.actions, notActions: role.notActions, dataActions: [], notDataActions: [] },
      ],
      createdOn: '2015-02-02T21:55:09.8806423Z',
      updatedOn: '2021-11-11T20:13:55.6823820Z',
      createdBy: null,
      updatedBy: null,
    },
  }
}

export function roleDefinitionIdAt(guid: string, scope: string): string {
  const subscription = /^\/subscriptions\/[^/]+/i.exec(scope)?.[0] ?? ''
  return `${subscription}/providers/Microsoft.Authorization/roleDefinitions/${guid}`
}
