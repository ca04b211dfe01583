import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { effectiveRoles } from './authorise.ts'

export const listPermissions = armOperation({
  id: 'arm/list-permissions',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/permissions',
  armType: armTypes.permissions,
  summary: 'What the caller may do at a group or resource: one element for each role that works there',
  source: 'https://learn.microsoft.com/rest/api/authorization/permissions/list-for-resource',
  handle: (call) => {
    const scope = scopeInPath(call)
    const value = effectiveRoles(call.world, call.caller, scope).flatMap(({ permissions }) => permissions)
    return { status: 200, body: { value } }
  },
})
