import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { demand } from '../roles/authorise.ts'
import { lockInPath } from './lock-in-path.ts'
import { lockType } from './scope-locks.ts'

export const deleteLock = armOperation({
  id: 'arm/delete-lock',
  method: 'DELETE',
  path: '/{scope*}/providers/Microsoft.Authorization/locks/{lock}',
  armType: armTypes.locks,
  summary: 'Remove a lock: 200, or 204 when absent',
  source: 'https://learn.microsoft.com/rest/api/resources/management-locks/delete-by-scope',
  handle: (call) => {
    const { id, key } = lockInPath(call)
    demand(call.world, call.caller, `${lockType}/delete`, id)
    return { status: call.world.store.resources.delete(key) ? 200 : 204 }
  },
})
