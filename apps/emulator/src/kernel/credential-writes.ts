import { parentKey, type FederatedCredential } from './entities/federated-credential.ts'
import { asOverlooked, hearOfNextOne } from './overlooked-credentials.ts'
import type { Store, World } from './world.ts'

/** A write that the exchange may not have heard of yet. */
interface RecentWrite {
  /** What the exchange knew before; undefined: nothing. */
  before: FederatedCredential | undefined
  at: number
  asked: number
  /** An exchange that failed early made it wait longer. */
  prolonged: boolean
}

/** By parent, then by key. */
const recentWrites = new WeakMap<Store, Map<string, Map<string, RecentWrite>>>()

/** The only ways a credential is written, so that the exchange can be told of it later than the caller. */
export function storeCredential(world: World, key: string, credential: FederatedCredential): void {
  remember(world, key, parentKey(credential.parent))
  world.store.credentials.put(key, credential)
}

/** False when nothing was there. */
export function dropCredential(world: World, key: string): boolean {
  const present = world.store.credentials.get(key)
  if (present) {
    remember(world, key, parentKey(present.parent))
    hearOfNextOne(world, present)
  }
  return world.store.credentials.delete(key)
}

/**
 * The credentials of one parent as the exchange sees them now. For `reality.propagationMs` after a write every other
 * request sees the state before it, the first one included; when that one asks for a credential just created, its window
 * doubles: Entra caches the miss (u).
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
export function credentialsSeenByExchange(world: World, parent: string): FederatedCredential[] {
  const seen = new Map(world.store.credentials.by('parent', parent).map((each) => [each.id, each]))
  const writes = recentWrites.get(world.store)?.get(parent) ?? new Map<string, RecentWrite>()
  for (const [key, write] of writes) {
    if (isOver(write, world)) {
      writes.delete(key)
      continue
    }
    write.asked += 1
    if (write.asked % 2 === 0) continue
    const present = world.store.credentials.get(key)
    if (present) seen.delete(present.id)
    if (write.before) seen.set(write.before.id, write.before)
    else write.prolonged = true
  }
  return [...seen.values()].map((each) => asOverlooked(world, each))
}

function remember(world: World, key: string, parent: string): void {
  if (world.reality.propagationMs <= 0) return
  const parents = recentWrites.get(world.store) ?? new Map<string, Map<string, RecentWrite>>()
  recentWrites.set(world.store, parents)
  const writes = parents.get(parent) ?? new Map<string, RecentWrite>()
  parents.set(parent, writes)
  const earlier = writes.get(key)
  const pending = earlier !== undefined && !isOver(earlier, world)
  const before = pending ? earlier.before : world.store.credentials.get(key)
  writes.set(key, { before, at: world.clock.now(), asked: 0, prolonged: false })
}

function isOver({ at, prolonged }: RecentWrite, { clock, reality }: World): boolean {
  return clock.now() - at >= reality.propagationMs * (prolonged ? 2 : 1)
}
