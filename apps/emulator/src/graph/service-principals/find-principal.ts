import type { ServicePrincipal } from '../../kernel/entities/directory.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'
import { demandWrite } from '../core/rights.ts'
import { findPrincipal, principalOfClient, type Principal } from './principals.ts'

/** The service principal in the path, by object id or `appId='…'`. Throws 404. */
export function principalToRead(call: GraphCall): Principal {
  const key = keyIn(call, 'principal', ['appId'])
  const found = 'id' in key ? findPrincipal(call.world, key.id) : principalOfClient(call.world, key.value)
  if (!found) throw refuse(faults.notFound(keyText(key)))
  return found
}

/** The same for a change of it: a managed identity's is changed by Azure Resource Manager alone (u). */
export function principalToWrite(call: GraphCall): ServicePrincipal {
  const found = principalToRead(call)
  if (!('stored' in found)) throw refuse(faults.insufficientPrivileges())
  const application = call.world.store.applications.get(found.stored.appId)
  demandWrite(call, { ownerIds: [...found.stored.ownerIds, ...(application?.ownerIds ?? [])] })
  return found.stored
}
