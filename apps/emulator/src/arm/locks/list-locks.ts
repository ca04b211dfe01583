import { queryValue } from '../core/api-versions.ts'
import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { faults } from '../core/faults.ts'
import { pageOf } from '../core/paging.ts'
import { refuse } from '../core/refusal.ts'
import { covers, keyOf } from '../core/resource-ids.ts'
import { scopeInPath } from '../core/scope-in-path.ts'
import { demand } from '../roles/authorise.ts'
import { lockShape } from './lock-in-path.ts'
import { lockType, scopeOfLock } from './scope-locks.ts'

export const listLocks = armOperation({
  id: 'arm/list-locks',
  method: 'GET',
  path: '/{scope*}/providers/Microsoft.Authorization/locks',
  armType: armTypes.locks,
  summary: 'Locks at, above and below a scope; filter atScope',
  source: 'https://learn.microsoft.com/rest/api/resources/management-locks/list-by-scope',
  handle: (call) => {
    const scope = scopeInPath(call)
    const { world, caller, request } = call
    demand(world, caller, `${lockType}/read`, scope)
    const filter = queryValue(request.query, '$filter') ?? ''
    const isAtScope = /^atScope\(\)$/i.test(filter)
    if (filter !== '' && !isAtScope) throw refuse(faults.invalidQuery('$filter', filter))
    const found = world.store.resources
      .by('type', lockType.toLowerCase())
      .filter((lock) => covers(scopeOfLock(lock), scope) || (!isAtScope && covers(scope, scopeOfLock(lock))))
    return { status: 200, body: pageOf(request, found, ({ id }) => keyOf(id), lockShape) }
  },
})
