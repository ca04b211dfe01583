import type { World } from '../../kernel/world.ts'
import { identityKey } from '../identities/identity-key.ts'
import { identityType, idOf } from '../identities/identity-shape.ts'
import type { Row } from './evaluate-scalar.ts'
import { rowOf, type View } from './row.ts'

/** Rows of `resources`: identities, never their credentials, and the other tracked resources. */
export function resourceRows(world: World, view: View): Row[] {
  const { tenantId } = view
  const mayReadIdentity = view.mayRead(`${identityType}/read`)
  const identities = view.subscriptions.flatMap((subscriptionId) => {
    const all = world.store.identities.by('subscription', subscriptionId)
    return mayReadIdentity(`/subscriptions/${subscriptionId}`)
      ? all
      : all.filter((identity) => mayReadIdentity(identityKey(identity)))
  })
  const identityRows = identities.map((identity) => {
    const { name, location, tags, principalId, clientId, isolationScope } = identity
    const properties = { tenantId, principalId, clientId, isolationScope }
    return rowOf(view, { id: idOf(identity), type: identityType, name, location, tags, properties })
  })
  const others: Row[] = []
  for (const { id, name, type, location, tags, properties, extra } of world.store.resources.values()) {
    const [, , subscriptionId = ''] = id.toLowerCase().split('/')
    const isTracked = !type.toLowerCase().startsWith('microsoft.authorization/')
    if (!isTracked || !view.subscriptions.includes(subscriptionId)) continue
    if (!view.mayRead(`${type}/read`)(id)) continue
    const { identity = null, sku = null } = extra
    others.push(rowOf(view, { id, type, name, location: location ?? '', tags, properties, identity, sku }))
  }
  return [...identityRows, ...others]
}
