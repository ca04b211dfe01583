import { armOperation } from '../core/arm-operation.ts'
import { armTypes } from '../core/arm-types.ts'
import { optionalObject, optionalString, parseBody } from '../core/parse-body.ts'
import { refuse } from '../core/refusal.ts'
import { demand } from '../roles/authorise.ts'
import { lockFaults, lockInPath, lockShape } from './lock-in-path.ts'
import { lockType } from './scope-locks.ts'

const levels = ['CanNotDelete', 'ReadOnly'] as const

export const putLock = armOperation({
  id: 'arm/put-lock',
  method: 'PUT',
  path: '/{scope*}/providers/Microsoft.Authorization/locks/{lock}',
  armType: armTypes.locks,
  summary: 'Lock a subscription, group or resource (201), or change the lock (200)',
  source: 'https://learn.microsoft.com/rest/api/resources/management-locks/create-or-update-by-scope',
  handle: (call) => {
    const { world, caller, request } = call
    const { id, name, key, present } = lockInPath(call)
    demand(world, caller, `${lockType}/write`, id)
    if (name.length > 260 || /[<>%&:\\?/]/.test(name)) throw refuse(lockFaults.name(name))
    const given = optionalObject(parseBody(request.body), 'properties') ?? {}
    const wanted = optionalString(given, 'level')?.toLowerCase()
    const level = levels.find((known) => known.toLowerCase() === wanted)
    if (!level) throw refuse(lockFaults.level())
    const notes = optionalString(given, 'notes')
    const properties = {
      level,
      ...(notes === undefined ? {} : { notes }),
      ...(given.owners === undefined ? {} : { owners: given.owners }),
    }
    const createdAt = present?.createdAt ?? world.clock.now()
    const lock = { id, name, type: lockType, location: null, tags: {}, properties, extra: {}, createdAt }
    world.store.resources.put(key, lock)
    return { status: present ? 200 : 201, body: lockShape(lock) }
  },
})
