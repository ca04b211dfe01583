import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armState } from '../core/arm-state.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { removeIdentity } from '../identities/delete-identity.ts'
import { demandGroup, groupAction, groupInPath } from './group-shape.ts'
import { idOf } from '../identities/identity-shape.ts'
import { operationLink } from './get-operation-result.ts'
import { covers, groupId } from '../core/resource-ids.ts'
import { removeAssignmentsUnder } from '../roles/role-assignment-shape.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'

/** How long the deletion is reported as running. What it removes is gone at once. */
const deletionMs = 500

export const deleteResourceGroup = armOperation({
  id: 'arm/delete-resource-group',
  method: 'DELETE',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  armType: armTypes.resourceGroups,
  summary: 'Delete a resource group and all in it: 202, then poll Location',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/delete',
  handle: deleteGroup,
})

async function deleteGroup(call: ArmCall): Promise<EmulatorResponse> {
  const { world, caller, params, apiVersion, request } = call
  const { name, id, key } = groupInPath(call)
  const action = `${groupAction}/delete`
  demand(world, caller, action, id)
  await provokeOnWrite(call, { name, action, scope: id })
  const group = demandGroup(call)
  world.transaction(() => {
    removeContent(world, groupId(group.subscriptionId, group.name))
    world.store.resourceGroups.delete(key)
  })
  const operationId = world.newGuid()
  armState(world).deletions.set(operationId, world.clock.now() + deletionMs)
  const location = operationLink(request, params.subscriptionId ?? '', operationId, apiVersion)
  return { status: 202, headers: { location, 'retry-after': '1' } }
}

function removeContent(world: World, scope: string): void {
  for (const identity of world.store.identities.list()) {
    if (covers(scope, idOf(identity))) removeIdentity(world, identity)
  }
  removeAssignmentsUnder(world, scope)
}
