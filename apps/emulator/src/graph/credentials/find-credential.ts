import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import { faults } from '../core/faults.ts'
import type { GraphCall } from '../core/graph-call.ts'
import { keyIn, keyText, type Key } from '../core/keys.ts'
import { refuse } from '../core/refusal.ts'

/** Key of the credential in the path: its id or name, or `name='…'`. */
export function credentialKeyIn(call: GraphCall): Key {
  return keyIn(call, 'credential', ['name'])
}

/** The credential in the path among these. Throws 404. */
export function credentialIn(
  call: GraphCall,
  credentials: readonly FederatedCredential[],
): FederatedCredential {
  const key = credentialKeyIn(call)
  const found = credentialBy(credentials, key)
  if (!found) throw refuse(faults.notFound(keyText(key)))
  return found
}

export function credentialBy(
  credentials: readonly FederatedCredential[],
  key: Key,
): FederatedCredential | undefined {
  const wanted = keyText(key).toLowerCase()
  const byId = 'id' in key ? credentials.find(({ id }) => id.toLowerCase() === wanted) : undefined
  return byId ?? credentials.find(({ name }) => name.toLowerCase() === wanted)
}
