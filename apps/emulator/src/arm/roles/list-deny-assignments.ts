import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from './authorise.ts'

export const listDenyAssignments = armOperation({
  id: 'arm/list-deny-assignments',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/denyAssignments',
  armType: armTypes.denyAssignments,
  summary: 'Deny assignments: always none, since people cannot make them',
  source: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments',
  handle: (call) => {
    const scope = scopeInPath(call)
    demand(call.world, call.caller, 'Microsoft.Authorization/denyAssignments/read', scope)
    return { status: 200, body: { value: [] } }
  },
})
