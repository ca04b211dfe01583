import type { Group } from '../../kernel/entities/directory.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'

/** The group in the path. Throws 404. */
export function groupIn(call: GraphCall): Group {
  const id = keyText(keyIn(call, 'group'))
  const group = call.world.store.groups.get(id.toLowerCase())
  if (!group) throw refuse(faults.notFound(id))
  return group
}
