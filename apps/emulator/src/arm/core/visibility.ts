import type { FederatedCredential } from '../../kernel/entities/federated-credential.ts'
import type { ManagedIdentity } from '../../kernel/entities/resources.ts'
import type { World } from '../../kernel/world.ts'
import { armState, type Gone } from './arm-state.ts'

/** Reads do not see this key for `reality.armVisibilityMs`. */
export function hideForAWhile(world: World, key: string): void {
  const { armVisibilityMs } = world.reality
  const { unseen, goneIdentities, goneCredentials } = armState(world)
  goneIdentities.delete(key)
  goneCredentials.delete(key)
  if (armVisibilityMs > 0) unseen.set(key, world.clock.now() + armVisibilityMs)
}

/** Reads go on seeing a deleted identity for `reality.armVisibilityMs`. */
export function showIdentityForAWhile(world: World, key: string, value: ManagedIdentity): void {
  showForAWhile(world, armState(world).goneIdentities, key, value)
}

/** The same for a credential. */
export function showCredentialForAWhile(world: World, key: string, value: FederatedCredential): void {
  showForAWhile(world, armState(world).goneCredentials, key, value)
}

function showForAWhile<T>(world: World, gone: Map<string, Gone<T>>, key: string, value: T): void {
  const { armVisibilityMs } = world.reality
  armState(world).unseen.delete(key)
  if (armVisibilityMs > 0) gone.set(key, { value, seenUntil: world.clock.now() + armVisibilityMs })
}

/** The identity as a read sees it. */
export function seenIdentity(world: World, key: string): ManagedIdentity | undefined {
  const found = world.store.identities.get(key)
  return found === undefined
    ? stillSeen(world, armState(world).goneIdentities, key)
    : ifSeen(world, key, found)
}

/** The credential as a read sees it. */
export function seenCredential(world: World, key: string): FederatedCredential | undefined {
  const found = world.store.credentials.get(key)
  return found === undefined
    ? stillSeen(world, armState(world).goneCredentials, key)
    : ifSeen(world, key, found)
}

/** A list as a read sees it: without what is too new, with what is gone but was `mine`. */
export function seenIdentities(
  world: World,
  present: ManagedIdentity[],
  keyOf: (identity: ManagedIdentity) => string,
  mine: (identity: ManagedIdentity) => boolean,
): ManagedIdentity[] {
  return seenList(world, armState(world).goneIdentities, present, keyOf, mine)
}

export function seenCredentials(
  world: World,
  present: FederatedCredential[],
  keyOf: (credential: FederatedCredential) => string,
  mine: (credential: FederatedCredential) => boolean,
): FederatedCredential[] {
  return seenList(world, armState(world).goneCredentials, present, keyOf, mine)
}

function seenList<T>(
  world: World,
  gone: Map<string, Gone<T>>,
  present: T[],
  keyOf: (value: T) => string,
  mine: (value: T) => boolean,
): T[] {
  if (gone.size === 0 && armState(world).unseen.size === 0) return present
  const seen = present.filter((value) => !isHidden(world, keyOf(value)))
  for (const key of gone.keys()) {
    const value = stillSeen(world, gone, key)
    if (value !== undefined && mine(value)) seen.push(value)
  }
  return seen
}

function ifSeen<T>(world: World, key: string, value: T): T | undefined {
  return isHidden(world, key) ? undefined : value
}

function isHidden(world: World, key: string): boolean {
  const { unseen } = armState(world)
  const seenFrom = unseen.get(key)
  if (seenFrom === undefined) return false
  if (world.clock.now() < seenFrom && world.reality.armVisibilityMs > 0) return true
  unseen.delete(key)
  return false
}

function stillSeen<T>(world: World, gone: Map<string, Gone<T>>, key: string): T | undefined {
  const found = gone.get(key)
  if (!found) return undefined
  if (world.clock.now() < found.seenUntil && world.reality.armVisibilityMs > 0) return found.value
  gone.delete(key)
  return undefined
}
