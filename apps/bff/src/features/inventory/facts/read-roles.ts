import { scopeKindOf } from '../../../domain/role-scope.ts'
import { isOwnerLike } from '../../../domain/owner-like.ts'
import { resourceKey } from '../../../domain/resource-ids.ts'
import type { ListedAssignment, ListedRole } from '../../../inventory-port.ts'
import { readItems } from '../scan/read-pages.ts'
import type { ScanContext } from '../scan/scan-context.ts'
import { pagesFor } from '../scan/scan-meter.ts'
import type { RoleFacts } from './fact-maps.ts'

const pageSize = 1000

export interface RolesRead {
  /** By the object ID of who holds them. */
  readonly held: ReadonlyMap<string, RoleFacts>
  /** Those of the holders that are groups: Resource Graph does not tell who is in them. */
  readonly groups: readonly string[]
}

/** Roles in Azure that service principals and groups hold. */
export async function readRoles(context: ScanContext): Promise<RolesRead> {
  const { arm, caller, meter, paced } = context
  const options = meter.options('resourceGraph')
  const definitions = await readItems(
    (cursor) => paced.resourceGraph(() => arm.listRoleDefinitions(caller, cursor, options)),
    (total) => meter.least('roleDefinitions', pagesFor(total, pageSize)),
  )
  const roles = new Map(definitions.map((role) => [guidOf(role.id), role]))
  const assignments = await readItems(
    (cursor) => paced.resourceGraph(() => arm.listPrincipalRoles(caller, cursor, options)),
    (total) => meter.least('roleAssignments', pagesFor(total, pageSize)),
  )
  const distinct = new Map(assignments.map((each) => [resourceKey(each.id), each]))
  const ofPrincipal = Map.groupBy(distinct.values(), ({ principalId }) => principalId.toLowerCase())
  return {
    held: new Map([...ofPrincipal].map(([id, held]) => [id, held.map((each) => toFact(each, roles))])),
    groups: [...ofPrincipal].flatMap(([id, held]) => (held[0]?.principalKind === 'group' ? [id] : [])),
  }
}

function toFact(each: ListedAssignment, roles: ReadonlyMap<string, ListedRole>): RoleFacts[number] {
  const role = roles.get(guidOf(each.roleDefinitionId))
  const scopeKind = scopeKindOf(each.scope)
  return {
    scope: each.scope,
    scopeKind,
    roleDefinitionId: each.roleDefinitionId,
    roleName: role?.roleName ?? null,
    ownerLike: role === undefined ? null : isOwnerLike(role),
    broad: ['subscription', 'management-group', 'root'].includes(scopeKind),
    conditioned: each.condition !== null,
    canWrite: role === undefined ? null : canWrite(role),
    reason: each.description,
  }
}

/** Definitions are named with and without their subscription; the GUID at the end is the same. */
function guidOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1).toLowerCase()
}

/** https://learn.microsoft.com/azure/role-based-access-control/role-definitions#actions-format */
function canWrite({ permissions, dataActions }: ListedRole): boolean {
  return [...permissions.flatMap(({ actions }) => actions), ...dataActions].some(
    (action) => !/\/read$/i.test(action),
  )
}
