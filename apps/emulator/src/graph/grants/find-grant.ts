import type { PermissionGrant } from '../../kernel/entities/directory.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { replica } from '../core/replica.ts'

/** The consent in the path. Throws 404. */
export function grantIn(call: GraphCall): PermissionGrant {
  const id = keyText(keyIn(call, 'grant'))
  const grant = replica(call.world, 'permissionGrants').get(id)
  if (!grant) throw refuse(faults.notFound(id))
  return grant
}
