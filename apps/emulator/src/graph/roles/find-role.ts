import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { activatedRoles, roleObjectId, type RoleTemplate } from './role-type.ts'

/** The role in the path, by object id or `roleTemplateId='…'`. Throws 404. */
export function roleIn(call: GraphCall): RoleTemplate {
  const key = keyIn(call, 'role', ['roleTemplateId'])
  const wanted = keyText(key).toLowerCase()
  const found = activatedRoles(call.world).find(({ id }) => ('id' in key ? roleObjectId(id) : id) === wanted)
  if (!found) throw refuse(faults.notFound(keyText(key)))
  return found
}
