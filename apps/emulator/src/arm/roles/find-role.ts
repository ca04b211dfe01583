import type { RoleDefinition } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { allows, type Grant } from './action-match.ts'
import { builtInRoles, type BuiltInRole } from './built-in-roles.ts'

/** A built-in or custom role, in one shape. */
export interface Role {
  /** GUID: last part of the role definition's id. */
  name: string
  roleName: string
  description: string
  permissions: readonly (Grant & { dataActions: readonly string[]; notDataActions: readonly string[] })[]
  /** Custom roles only. */
  custom: RoleDefinition | undefined
}

/** Last part of a role definition's id, lower case. */
export function roleGuid(roleDefinitionId: string): string {
  return roleDefinitionId.slice(roleDefinitionId.lastIndexOf('/') + 1).toLowerCase()
}

const builtIn = new Map(builtInRoles.map((role) => [role.name, fromBuiltIn(role)]))

/** Built-in roles in the order of the documentation, then the custom ones. */
export function allRoles(world: World): Role[] {
  return [...builtIn.values(), ...world.store.roleDefinitions.list().map(fromCustom)]
}

/** By the id or the GUID of its definition. */
export function findRole(world: World, roleDefinitionId: string): Role | undefined {
  const guid = roleGuid(roleDefinitionId)
  const known = builtIn.get(guid)
  if (known) return known
  const custom = world.store.roleDefinitions.get(guid)
  return custom && fromCustom(custom)
}

/** True when one of the role's permissions gives the action. */
export function roleAllows(role: Role, action: string): boolean {
  return role.permissions.some((permission) => allows(permission, action))
}

function fromBuiltIn(role: BuiltInRole): Role {
  const { name, roleName, description, actions, notActions, dataActions = [] } = role
  const permissions = [{ actions, notActions, dataActions, notDataActions: [] }]
  return { name, roleName, description, permissions, custom: undefined }
}

function fromCustom(custom: RoleDefinition): Role {
  const { name, roleName, description, permissions } = custom
  return { name, roleName, description, permissions, custom }
}
