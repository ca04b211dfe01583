import type { GraphCall } from '../core/graph-call.ts'
import { faults } from '../core/faults.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { findObject } from '../objects/find-object.ts'
import { personIn } from '../users/find-user.ts'

/** Object ids of the groups that the person or object in the path belongs to. Throws 404. */
export function groupIdsOf(call: GraphCall): string[] {
  const { params } = call.request
  const other = params.object !== undefined || params.objectKey !== undefined
  const id = other ? keyText(keyIn(call, 'object')) : personIn(call).objectId
  if (other && !findObject(id, call)) throw refuse(faults.notFound(id))
  return call.world.store.groups.by('member', id.toLowerCase()).map(({ objectId }) => objectId)
}
