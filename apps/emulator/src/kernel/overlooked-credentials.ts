import { sentinels } from '../seed.ts'
import { parentKey, type FederatedCredential } from './entities/federated-credential.ts'
import type { Store, World } from './world.ts'

/** By parent and name: those that were deleted once, so that the next one of the name is heard of. */
const deletedOnce = new WeakMap<Store, Set<string>>()

/**
 * The credential as the exchange sees it: the one with the name `sentinel-unheard` fits no subject until it was deleted
 * and made again. Refusals of tokens that equal a stored credential byte for byte are reported, with that remedy.
 * https://github.com/Azure/azure-workload-identity/issues/1200
 */
export function asOverlooked({ store }: World, credential: FederatedCredential): FederatedCredential {
  if (credential.name.toLowerCase() !== sentinels.unheard) return credential
  if (deletedOnce.get(store)?.has(nameOf(credential))) return credential
  return { ...credential, subject: null, claimsMatchingExpression: null }
}

/** To be called at a deletion. */
export function hearOfNextOne({ store }: World, credential: FederatedCredential): void {
  if (credential.name.toLowerCase() !== sentinels.unheard) return
  const names = deletedOnce.get(store) ?? new Set()
  deletedOnce.set(store, names.add(nameOf(credential)))
}

function nameOf({ parent }: FederatedCredential): string {
  return parentKey(parent)
}
