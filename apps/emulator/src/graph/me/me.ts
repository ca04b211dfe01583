import type { User } from '../../kernel/entities/directory.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { refuse } from '../core/refusal.ts'

/** The person who calls. Throws 400 for an application's own token, and 404 when the person is gone. */
export function callingPerson({ caller, world }: GraphCall): User {
  if (caller.kind === 'app') throw refuse(faults.delegatedOnly())
  const user = world.store.users.get(caller.objectId)
  if (!user) throw refuse(faults.notFound(caller.objectId))
  return user
}
