import type { World } from '../../kernel/world.ts'
import { identityKey } from '../identities/identity-key.ts'
import { identityType, idOf } from '../identities/identity-shape.ts'

/** A tracked resource as the generic lists show it, without its properties. */
export interface GenericResource {
  id: string
  key: string
  name: string
  type: string
  location: string | null
  tags: Record<string, string>
  group: string
  subscriptionId: string
  extra: Record<string, unknown>
}

/** Types of `store.resources` that are not tracked: extensions of a scope, which lists of resources leave out. */
const untracked = 'microsoft.authorization/'

/** Identities, clusters and whatever else lies in groups of a subscription, or in one group of it. */
export function resourcesIn(world: World, subscriptionId: string, group?: string): GenericResource[] {
  const value = group === undefined ? subscriptionId : `${subscriptionId}/${group}`
  const identities = world.store.identities
    .by(group === undefined ? 'subscription' : 'group', value.toLowerCase())
    .map((identity): GenericResource => ({
      id: idOf(identity),
      key: identityKey(identity),
      name: identity.name,
      type: identityType,
      location: identity.location,
      tags: identity.tags,
      group: identity.resourceGroup,
      subscriptionId: identity.subscriptionId,
      extra: {},
    }))
  const prefix = group === undefined ? '' : `resourcegroups/${group}/`
  const start = `/subscriptions/${subscriptionId}/${prefix}`.toLowerCase()
  const others: GenericResource[] = []
  for (const { id, name, type, location, tags, extra } of world.store.resources.values()) {
    const key = id.toLowerCase()
    if (!key.startsWith(start) || type.toLowerCase().startsWith(untracked)) continue
    const [, , inSubscription = '', , inGroup = ''] = id.split('/')
    const { identity, sku, kind } = extra
    others.push({
      id,
      key,
      name,
      type,
      location,
      tags,
      group: inGroup,
      subscriptionId: inSubscription,
      extra: { ...(identity ? { identity } : {}), ...(sku ? { sku } : {}), ...(kind ? { kind } : {}) },
    })
  }
  return [...identities, ...others]
}
