import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { readObject } from '../core/read-object.ts'
import { refuse } from '../core/refusal.ts'
import { principalItems } from '../service-principals/principal-type.ts'

/** Object id in the body of a `$ref` request: `{"@odata.id": "…/directoryObjects/{id}"}`. Throws 400, and 404 for nobody. */
export function referencedPrincipal(call: GraphCall): string {
  const address = readObject(call, true)['@odata.id']
  const found =
    typeof address === 'string'
      ? /\/(?:directoryObjects|users|servicePrincipals)\/([0-9a-f-]{36})$/i.exec(address)
      : null
  const id = found?.[1]?.toLowerCase()
  if (id === undefined) throw refuse(faults.badReference())
  if (principalItems([id], call).length === 0) throw refuse(faults.notFound(id))
  return id
}
