import type { FederatedCredential } from './entities/federated-credential.ts'
import type { World } from './world.ts'

/** The only ways a credential is written, so that the exchange can be told of it later than the caller. */
export function storeCredential({ store }: World, key: string, credential: FederatedCredential): void {
  store.credentials.put(key, credential)
}

/** False when nothing was there. */
export function dropCredential({ store }: World, key: string): boolean {
  return store.credentials.delete(key)
}
