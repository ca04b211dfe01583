import type { ResourceGroup } from '../../kernel/entities/resources.ts'
import type { ArmCall } from '../core/arm-operation.ts'
import { faults } from '../core/faults.ts'
import { refuse } from '../core/refusal.ts'
import { groupId, keyOf } from '../core/resource-ids.ts'

export const groupAction = 'Microsoft.Resources/subscriptions/resourceGroups'

/** A resource group as ARM returns it. Source: https://learn.microsoft.com/rest/api/resources/resource-groups/get */
export function groupShape(group: ResourceGroup): Record<string, unknown> {
  return {
    id: groupId(group.subscriptionId, group.name),
    name: group.name,
    type: 'Microsoft.Resources/resourceGroups',
    location: group.location,
    ...(group.managedBy === undefined ? {} : { managedBy: group.managedBy }),
    tags: group.tags,
    properties: { provisioningState: 'Succeeded' },
  }
}

/** Id and key of the group in the path, in the spelling of the path. */
export function groupInPath({ params }: ArmCall): {
  subscriptionId: string
  name: string
  id: string
  key: string
} {
  const { subscriptionId = '', resourceGroup: name = '' } = params
  const id = groupId(subscriptionId, name)
  return { subscriptionId, name, id, key: keyOf(id) }
}

/** Throws ResourceGroupNotFound. */
export function demandGroup(call: ArmCall): ResourceGroup {
  const { name, key } = groupInPath(call)
  const group = call.world.store.resourceGroups.get(key)
  if (!group) throw refuse(faults.resourceGroupNotFound(name))
  return group
}
