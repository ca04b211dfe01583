import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { refuse } from '../core/refusal.ts'
import { demand } from '../roles/authorise.ts'
import { lockFaults, lockInPath, lockShape } from './lock-in-path.ts'
import { lockType } from './scope-locks.ts'

export const getLock = armOperation({
  id: 'arm/get-lock',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/locks/{lock}',
  armType: armTypes.locks,
  summary: 'One lock',
  source: 'https://learn.microsoft.com/rest/api/resources/management-locks/get-by-scope',
  handle: (call) => {
    const { id, name, present } = lockInPath(call)
    demand(call.world, call.caller, `${lockType}/read`, id)
    if (!present) throw refuse(lockFaults.missing(name))
    return { status: 200, body: lockShape(present) }
  },
})
