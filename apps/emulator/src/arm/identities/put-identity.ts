import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { groupFaults } from '../groups/group-faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { demandPlainProperties } from './identity-rules.ts'
import { identityInPath, identityShape, identityType } from './identity-shape.ts'
import { parseBody, tagsOf } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'
import { demandResourceLocation, requiredLocation } from '../core/tracked-resource.ts'

export const putIdentity = armOperation({
  id: 'arm/put-identity',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Create a user-assigned identity (201) or replace its tags (200)',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/create-or-update',
  handle: put,
})

const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/

async function put(call: ArmCall): Promise<EmulatorResponse> {
  const { world, caller, request, apiVersion } = call
  const { name, scope, key } = identityInPath(call)
  const action = `${identityType}/write`
  demand(world, caller, action, scope)
  await provokeOnIdentityWrite(call, { name, action, scope })
  const group = demandGroup(call)
  if (!namePattern.test(name)) throw refuse(groupFaults.identityName(name))
  const body = parseBody(request.body)
  const location = requiredLocation(body)
  const tags = tagsOf(body) ?? {}
  demandPlainProperties(body)
  demandResourceLocation(location, identityType)
  const present = world.store.identities.get(key)
  if (present && present.location !== location) {
    throw refuse(groupFaults.resourceElsewhere(name, group.name, present.location, location))
  }
  const identity: ManagedIdentity = present
    ? { ...present, tags }
    : {
        subscriptionId: group.subscriptionId,
        resourceGroup: group.name,
        name,
        location,
        tags,
        principalId: world.newGuid(),
        clientId: world.newGuid(),
        isolationScope: 'None',
        assignmentRestrictions: null,
        createdAt: world.clock.now(),
      }
  world.store.identities.put(key, identity)
  return { status: present ? 200 : 201, body: identityShape(identity, world, apiVersion) }
}
