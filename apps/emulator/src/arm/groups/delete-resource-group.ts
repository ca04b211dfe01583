import type { EmulatorResponse } from '../../kernel/operation.ts'
import type { World } from '../../kernel/world.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armState } from '../core/arm-state.ts'
import { armTypes } from '../core/arm-types.ts'
import { removeIdentity } from '../identities/delete-identity.ts'
import { demandGroup, groupAction, groupInPath } from './group-shape.ts'
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
  const { world, params, apiVersion, request } = call
  const { name, id, key } = groupInPath(call)
  const action = `${groupAction}/delete`
  admit(call, action, id)
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
  const [, , subscriptionId = '', , name = ''] = scope.toLowerCase().split('/')
  for (const identity of world.store.identities.by('group', `${subscriptionId}/${name}`)) {
    removeIdentity(world, identity)
  }
  for (const [key, resource] of world.store.resources.entries()) {
    if (covers(scope, resource.id)) world.store.resources.delete(key)
  }
  for (const [key, deployment] of world.store.deployments.entries()) {
    if (covers(scope, deployment.scope)) world.store.deployments.delete(key)
  }
  removeAssignmentsUnder(world, scope)
}
