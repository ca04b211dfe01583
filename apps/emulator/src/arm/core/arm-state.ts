import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { Store, World } from '../../kernel/world.ts'
import type { Buckets } from '../throttles/token-bucket.ts'

/** What ARM remembers between requests and forgets on a restart, a reset and a restore, which bring another store. */
interface ArmState {
  /** Keys of identities with a credential write in progress. */
  writing: Set<string>
  /** Tries so far, by sentinel and what it was met on. */
  sentinelTries: Map<string, number>
  /** Token buckets of every rate limit. */
  buckets: Buckets
  /** Running deletions: operation id to the time it ends. */
  deletions: Map<string, number>
  /** Keys of what was made a moment ago, and when reads begin to see it. */
  unseen: Map<string, number>
  /** What was deleted a moment ago, and until when reads still see it. */
  goneIdentities: Map<string, Gone<ManagedIdentity>>
  goneCredentials: Map<string, Gone<FederatedCredential>>
}

export interface Gone<T> {
  value: T
  seenUntil: number
}

const states = new WeakMap<Store, ArmState>()

export function armState(world: Pick<World, 'store'>): ArmState {
  const known = states.get(world.store)
  if (known) return known
  const made: ArmState = {
    writing: new Set(),
    sentinelTries: new Map(),
    buckets: new Map(),
    deletions: new Map(),
    unseen: new Map(),
    goneIdentities: new Map(),
    goneCredentials: new Map(),
  }
  states.set(world.store, made)
  return made
}
