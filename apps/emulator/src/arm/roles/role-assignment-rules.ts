import type { RoleAssignment } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { faults } from '../core/faults.ts'
import { optionalObject, optionalString, type JsonObject } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { seenIdentity } from '../core/visibility.ts'
import { identityKey } from '../identities/identity-key.ts'
import type { ConditionAttributes } from './condition.ts'
import { findRole, roleGuid } from './find-role.ts'
import { roleFaults } from './role-faults.ts'

export type AssignmentFields = Pick<
  RoleAssignment,
  | 'roleDefinitionId'
  | 'principalId'
  | 'principalType'
  | 'description'
  | 'condition'
  | 'conditionVersion'
  | 'delegatedManagedIdentityResourceId'
>

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
  if (!findRole(world, roleDefinitionId)) throw refuse(roleFaults.definitionMissing(roleDefinitionId))
  const condition = optionalString(properties, 'condition') ?? null
  const conditionVersion = optionalString(properties, 'conditionVersion') ?? null
  if (condition !== null && conditionVersion !== '2.0') throw refuse(roleFaults.conditionVersion())
  return {
    roleDefinitionId,
    principalId,
    principalType: principalTypeOf(properties, principalId, world),
    description: optionalString(properties, 'description') ?? null,
    condition,
    conditionVersion,
    delegatedManagedIdentityResourceId:
      optionalString(properties, 'delegatedManagedIdentityResourceId') ?? null,
  }
}

/** What conditions see of a role assignment. */
export function attributesOf(fields: AssignmentFields): ConditionAttributes {
  return {
    roledefinitionid: roleGuid(fields.roleDefinitionId),
    principalid: fields.principalId,
    principaltype: fields.principalType,
  }
}

function principalTypeOf(properties: JsonObject, principalId: string, world: World): PrincipalType {
  const given = optionalString(properties, 'principalType')
  const actual = typeInDirectory(principalId, world)
  if (given === undefined) {
    if (actual === undefined || isTooNew(principalId, world)) {
      throw refuse(roleFaults.principalMissing(principalId, world.settings.tenantId))
    }
    return actual
  }
  const type = (['User', 'ServicePrincipal', 'Group'] as const).find((name) => name === given)
  if (!type) throw refuse(faults.notEmulated(`the principal type '${given}'`))
  if (actual !== undefined && actual !== type) throw refuse(roleFaults.principalType(type, actual))
  return type
}

function typeInDirectory(objectId: string, { store }: World): PrincipalType | undefined {
  if (store.users.get(objectId)) return 'User'
  if (store.groups.get(objectId)) return 'Group'
  const isService =
    store.identities.by('principalId', objectId).length > 0 ||
    store.servicePrincipals.get(objectId) !== undefined
  return isService ? 'ServicePrincipal' : undefined
}

/** An identity made a moment ago is not everywhere in the directory yet. */
function isTooNew(objectId: string, world: World): boolean {
  const [identity] = world.store.identities.by('principalId', objectId)
  return identity !== undefined && seenIdentity(world, identityKey(identity)) === undefined
}
