import type { ManagedIdentity, ResourceGroup } from '../../kernel/entities/resources.ts'
import type { EmulatorResponse } from '../../kernel/operation.ts'
import { admit } from '../core/admit.ts'
import { armOperation, type ArmCall } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { demandResourceLocation, requiredLocation } from '../core/tracked-resource.ts'
import { hideForAWhile } from '../core/visibility.ts'
import { tagsOf } from '../core/tags.ts'
import { groupFaults } from '../groups/group-faults.ts'
import { demandGroup } from '../groups/group-shape.ts'
import { demandAllowedByPolicy } from '../policies/demand-allowed.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { readRestrictions } from './identity-rules.ts'
import { identityInPath, identityShape, identityType } from './identity-shape.ts'

export const putIdentity = armOperation({
  id: 'arm/put-identity',
  method: 'PUT',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Create a user-assigned identity (201) or replace its tags and restrictions (200)',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/create-or-update',
  handle: put,
})

const namePattern = /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/

async function put(call: ArmCall): Promise<EmulatorResponse> {
  const { world, request, apiVersion } = call
  const { name, scope, key } = identityInPath(call)
  const action = `${identityType}/write`
  admit(call, action, scope)
  await provokeOnIdentityWrite(call, { name, action, scope })
  const group = demandGroup(call)
  spendIdentityRequest(world, 'create', group.subscriptionId, key)
  if (!namePattern.test(name)) throw refuse(groupFaults.identityName(name))
  const body = parseBody(request.body)
  const location = requiredLocation(body)
  const tags = tagsOf(body) ?? {}
  demandResourceLocation(location, identityType)
  const present = world.store.identities.get(key)
  const before = present ?? { isolationScope: 'None', assignmentRestrictions: null }
  const restrictions = readRestrictions(body, apiVersion, before)
  if (present && present.location !== location) {
    throw refuse(groupFaults.resourceElsewhere(name, group.name, present.location, location))
  }
  demandAllowedByPolicy(world, { id: scope, name, type: identityType, location, tags, properties: {} })
  const identity = { ...(present ?? newIdentity(call, group, name, location)), tags, ...restrictions }
  world.store.identities.put(key, identity)
  if (!present) hideForAWhile(world, key)
  return { status: present ? 200 : 201, body: identityShape(identity, world, apiVersion) }
}

function newIdentity(
  { world }: ArmCall,
  group: ResourceGroup,
  name: string,
  location: string,
): Omit<ManagedIdentity, 'tags' | 'isolationScope' | 'assignmentRestrictions'> {
  return {
    subscriptionId: group.subscriptionId,
    resourceGroup: group.name,
    name,
    location,
    principalId: world.newGuid(),
    clientId: world.newGuid(),
    createdAt: world.clock.now(),
  }
}
