import type { RoleDefinition } from '../../kernel/entities/resources.ts'
import { optionalObject, optionalString, wrongType, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { roleFaults } from './role-faults.ts'

export type RoleFields = Pick<RoleDefinition, 'roleName' | 'description' | 'permissions' | 'assignableScopes'>

/**
 * Reads `properties` of a custom role.
 * Source: https://learn.microsoft.com/rest/api/authorization/role-definitions/create-or-update
 */
export function readRoleDefinition(body: JsonObject): RoleFields {
  const properties = optionalObject(body, 'properties') ?? {}
  const roleName = optionalString(properties, 'roleName')
  if (!roleName) throw refuse(roleFaults.definitionIncomplete('A role name is required.'))
  const { permissions } = properties
  if (!Array.isArray(permissions) || permissions.length === 0) {
    throw refuse(roleFaults.definitionIncomplete('Permissions are required.'))
  }
  const assignableScopes = textsIn(properties, 'assignableScopes')
  const wrong = assignableScopes.find((scope) => !/^\/subscriptions\/[^/]+/i.test(scope))
  if (assignableScopes.length === 0 || wrong !== undefined) {
    const what = 'Assignable scopes have to be subscriptions or resource groups, at least one.'
    throw refuse(roleFaults.definitionIncomplete(what))
  }
  return {
    roleName,
    description: optionalString(properties, 'description') ?? '',
    permissions: permissions.map(readPermission),
    assignableScopes,
  }
}

function readPermission(given: unknown): RoleDefinition['permissions'][number] {
  if (typeof given !== 'object' || given === null)
    throw wrongType('properties.permissions', 'a list of objects')
  // An object that is no array is a JSON object.
  const permission = given as JsonObject
  return {
    actions: textsIn(permission, 'actions'),
    notActions: textsIn(permission, 'notActions'),
    dataActions: textsIn(permission, 'dataActions'),
    notDataActions: textsIn(permission, 'notDataActions'),
  }
}

function textsIn(object: JsonObject, name: string): string[] {
  const value = object[name]
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) throw wrongType(name, 'a list of strings')
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw wrongType(name, 'a list of strings')
    return item
  })
}
