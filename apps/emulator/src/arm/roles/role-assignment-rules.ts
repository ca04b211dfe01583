import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { findRole } from './authorise.ts'
import { faults } from '../core/faults.ts'
import { optionalObject, optionalString, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { roleFaults } from './role-faults.ts'

export type AssignmentFields = Pick<RoleAssignment, 'roleDefinitionId' | 'principalId' | 'principalType'>

type PrincipalType = RoleAssignment['principalType']

/**
 * Reads `properties` of a PUT. A principal unknown to the directory passes when its type is given, as in Azure,
 * where it may not have been copied everywhere yet.
 * Source: https://learn.microsoft.com/azure/role-based-access-control/troubleshooting
 */
export function readRoleAssignment(body: JsonObject, world: World): AssignmentFields {
  const properties = optionalObject(body, 'properties') ?? {}
  const roleDefinitionId = optionalString(properties, 'roleDefinitionId')
  const principalId = optionalString(properties, 'principalId')?.toLowerCase()
  if (!roleDefinitionId || !principalId) throw refuse(roleFaults.assignmentIncomplete())
  demandUnconditional(properties)
  if (!findRole(roleDefinitionId)) throw refuse(roleFaults.definitionMissing(roleDefinitionId))
  return { roleDefinitionId, principalId, principalType: principalTypeOf(properties, principalId, world) }
}

function demandUnconditional(properties: JsonObject): void {
  for (const name of ['condition', 'description', 'delegatedManagedIdentityResourceId']) {
    if (optionalString(properties, name)) {
      throw refuse(faults.notEmulated(`the property '${name}' of a role assignment`))
    }
  }
}

function principalTypeOf(properties: JsonObject, principalId: string, world: World): PrincipalType {
  const given = optionalString(properties, 'principalType')
  const actual = typeInDirectory(principalId, world)
  if (given === undefined) {
    if (actual === undefined) throw refuse(roleFaults.principalMissing(principalId, world.settings.tenantId))
    return actual
  }
  if (given !== 'User' && given !== 'ServicePrincipal' && given !== 'Group') {
    throw refuse(faults.notEmulated(`the principal type '${given}'`))
  }
  if (actual !== undefined && actual !== given) throw refuse(roleFaults.principalType(given, actual))
  return given
}

function typeInDirectory(objectId: string, { store }: World): PrincipalType | undefined {
  if (store.users.get(objectId)) return 'User'
  const isService =
    store.identities.by('principalId', objectId).length > 0 ||
    store.servicePrincipals.get(objectId) !== undefined
  return isService ? 'ServicePrincipal' : undefined
}
