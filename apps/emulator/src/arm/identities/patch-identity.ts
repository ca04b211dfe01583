import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { demandPlainProperties } from './identity-rules.ts'
import { demandIdentity, identityInPath, identityShape, identityType } from './identity-shape.ts'
import { parseBody, tagsOf } from '../core/parse-body.ts'
import { provokeOnIdentityWrite } from '../sentinels/sentinels.ts'

export const patchIdentity = armOperation({
  id: 'arm/patch-identity',
  method: 'PATCH',
  path: '/subscriptions/{subscriptionId}/resourceGroups/{resourceGroup}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{identity}',
  armType: armTypes.identities,
  summary: 'Replace the tags of an identity; what is left out stays',
  source: 'https://learn.microsoft.com/rest/api/managedidentity/user-assigned-identities/update',
  handle: async (call) => {
    const { world, caller, request, apiVersion } = call
    const { name, scope, key } = identityInPath(call)
    const action = `${identityType}/write`
    demand(world, caller, action, scope)
    await provokeOnIdentityWrite(call, { name, action, scope })
    const present = demandIdentity(call)
    const body = parseBody(request.body)
    demandPlainProperties(body)
    const identity = { ...present, tags: tagsOf(body) ?? present.tags }
    world.store.identities.put(key, identity)
    return { status: 200, body: identityShape(identity, world, apiVersion) }
  },
})
