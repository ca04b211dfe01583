import { managementGroup } from '../arm/core/resource-ids.ts'
import { graphRoles } from '../kernel/graph-permissions.ts'
import type { World } from '../kernel/world.ts'
import { firstParty } from '../seed-first-party.ts'
import { guidOf } from '../seed-guid.ts'
import type { PlannedParent } from './plan.ts'
import { groupOf, groupPath } from './plant-groups.ts'
import type { Numbered, StoredParent } from './plant-parent.ts'

const roleIds = new Map(graphRoles.map(({ value, id }) => [value, id]))

/** Roles in Azure, permissions of Graph and directory roles of a planted parent. */
export function plantAccess(
  { store, clock }: World,
  { roles, permissions, directoryRoles, place }: PlannedParent,
  { principalId }: StoredParent,
  { seed, number }: Numbered,
): void {
  const group = groupOf(seed, number, place)
  for (const { role, at } of roles) {
    const scope = {
      group: groupPath(group),
      subscription: `/subscriptions/${group.subscriptionId}`,
      'management-group': managementGroup,
    }[at]
    const name = guidOf(`${scope} ${role} ${principalId}`)
    const base = `${scope}/providers/Microsoft.Authorization`
    store.roleAssignments.put(`${base}/roleAssignments/${name}`.toLowerCase(), {
      name,
      scope,
      roleDefinitionId: `/subscriptions/${group.subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${role}`,
      principalId,
      principalType: 'ServicePrincipal',
      description: null,
      condition: null,
      conditionVersion: null,
      delegatedManagedIdentityResourceId: null,
      createdAt: clock.now(),
      createdBy: null,
    })
  }
  for (const value of permissions) {
    const appRoleId = roleIds.get(value)
    if (appRoleId === undefined) throw new Error(`Graph has no permission ${value} here`)
    const id = guidOf(`role ${appRoleId} of ${principalId}`)
    const resourceId = firstParty.graph.servicePrincipalId
    const createdAt = clock.now()
    store.appRoleAssignments.put(id, {
      id,
      appRoleId,
      principalId,
      principalType: 'ServicePrincipal',
      resourceId,
      createdAt,
    })
  }
  for (const roleTemplateId of directoryRoles) {
    store.directoryRoleMembers.put(`${roleTemplateId}/${principalId}`, { roleTemplateId, principalId })
  }
}
