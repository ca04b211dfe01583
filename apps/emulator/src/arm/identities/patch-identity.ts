import { admit } from '../core/admit.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { parseBody } from '../core/parse-body.ts'
import { tagsOf } from '../core/tags.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'
import { spendIdentityRequest } from '../throttles/identity-limits.ts'
import { readRestrictions } from './identity-rules.ts'
import { demandIdentity, identityInPath, identityShape, identityType } from './identity-shape.ts'

export const patchIdentity = armOperation({
  id: 'arm/patch-identity',
  method: 'PATCH',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Replace tags, isolation scope or assignment restrictions of an identity; what is left out stays',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/update',
  handle: async (call) => {
    const { world, request, apiVersion } = call
    const { name, scope, key } = identityInPath(call)
    const action = `${identityType}/write`
    admit(call, action, scope)
    await provokeOnIdentityWrite(call, { name, action, scope })
    const present = demandIdentity(call, 'written')
    spendIdentityRequest(world, 'create', present.subscriptionId, key)
    const body = parseBody(request.body)
    const restrictions = readRestrictions(body, apiVersion, present)
    const identity = { ...present, tags: tagsOf(body) ?? present.tags, ...restrictions }
    world.store.identities.put(key, identity)
    return { status: 200, body: identityShape(identity, world, apiVersion) }
  },
})
