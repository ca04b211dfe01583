import type { User } from '../../kernel/entities/directory.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { callingPerson } from '../me/me.ts'

/** The person in the path, by object id or user principal name; under `/me` the one who calls. Throws 404. */
export function personIn(call: GraphCall): User {
  const { params } = call.request
  if (params.user === undefined && params.userKey === undefined) return callingPerson(call)
  const wanted = keyText(keyIn(call, 'user', ['userPrincipalName'])).toLowerCase()
  const { users } = call.world.store
  const found = users.get(wanted) ?? users.by('username', wanted)[0]
  if (!found) throw refuse(faults.notFound(wanted))
  return found
}
