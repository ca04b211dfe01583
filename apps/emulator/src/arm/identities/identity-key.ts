import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import { identityId, keyOf } from '../core/resource-ids.ts'

const keys = new WeakMap<ManagedIdentity, string>()

/** Key of an identity in the store: its id in lower case. Kept, since lists over many identities ask for each. */
export function identityKey(identity: ManagedIdentity): string {
  const known = keys.get(identity)
  if (known !== undefined) return known
  const { subscriptionId, resourceGroup, name } = identity
  const made = keyOf(identityId(subscriptionId, resourceGroup, name))
  keys.set(identity, made)
  return made
}
