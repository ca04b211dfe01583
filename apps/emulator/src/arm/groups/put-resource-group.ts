import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { groupFaults } from './group-faults.ts'
import { groupAction, groupInPath, groupShape } from './group-shape.ts'
import { optionalString, parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { provokeOnWrite } from '../sentinels/sentinels.ts'
import { demandGroupLocation, requiredLocation } from '../core/tracked-resource.ts'
import { tagsOf } from '../core/tags.ts'

export const putResourceGroup = armOperation({
  id: 'arm/put-resource-group',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}',
  armType: armTypes.resourceGroups,
  summary: 'Create a resource group (201) or replace its tags (200)',
  source: 'https://learn.microsoft.com/rest/api/resources/resource-groups/create-or-update',
  handle: putGroup,
})

const namePattern = /^[\p{L}\p{N}._()-]{0,89}[\p{L}\p{N}_()-]$/u

async function putGroup(call: ArmCall): Promise<EmulatorResponse> {
  const { world, request } = call
  const { subscriptionId, name, id, key } = groupInPath(call)
  const action = `${groupAction}/write`
  admit(call, action, id)
  await provokeOnWrite(call, { name, action, scope: id })
  if (!namePattern.test(name)) throw refuse(groupFaults.groupName(name))
  const body = parseBody(request.body)
  const location = requiredLocation(body)
  const tags = tagsOf(body) ?? {}
  demandGroupLocation(location)
  const present = world.store.resourceGroups.get(key)
  if (present && present.location !== location) {
    throw refuse(groupFaults.groupElsewhere(location, present.location))
  }
  const manager = optionalString(body, 'managedBy')
  const managedBy = manager === undefined ? {} : { managedBy: manager }
  const group = present
    ? { ...present, tags }
    : { subscriptionId: subscriptionId.toLowerCase(), name, location, tags, ...managedBy }
  world.store.resourceGroups.put(key, group)
  return { status: present ? 200 : 201, body: groupShape(group) }
}
