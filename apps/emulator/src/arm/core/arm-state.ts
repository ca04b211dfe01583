import type { World } from '../../kernel/world.ts'

/** What ARM remembers between requests and forgets on a restart. */
interface ArmState {
  /** Keys of identities with a credential write in progress. */
  writing: Set<string>
  /** Tries so far, by sentinel and what it was met on. */
  sentinelTries: Map<string, number>
  /** Token buckets of the `x-ms-ratelimit-remaining-*` headers. */
  buckets: Map<string, { level: number; at: number }>
  /** Running deletions: operation id to the time it ends. */
  deletions: Map<string, number>
}

const states = new WeakMap<World, ArmState>()

export function armState(world: World): ArmState {
  const known = states.get(world)
  if (known) return known
  const made: ArmState = {
    writing: new Set(),
    sentinelTries: new Map(),
    buckets: new Map(),
    deletions: new Map(),
  }
  states.set(world, made)
  return made
}
