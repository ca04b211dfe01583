import { collections, type IndexOf } from '../../kernel/collections.ts'
import type { Entities } from '../../kernel/entities.ts'
import type { Collection, World } from '../../kernel/world.ts'

type Reads<T, Index extends string> = Pick<Collection<T, Index>, 'get' | 'by' | 'list'>

interface LateWrite {
  key: string
  /** What readers still see; undefined: nothing. */
  before: unknown
  at: number
}

const lateOf = new WeakMap<World, Map<keyof Entities, Map<string, LateWrite>>>()

/** To be called before a write, so that readers see it `reality.graphVisibilityMs` later. */
export function aboutToWrite(world: World, name: keyof Entities, key: string): void {
  if (world.reality.graphVisibilityMs <= 0) return
  const all = lateOf.get(world) ?? new Map<keyof Entities, Map<string, LateWrite>>()
  lateOf.set(world, all)
  const writes = all.get(name) ?? new Map<string, LateWrite>()
  all.set(name, writes)
  const pending = writes.get(key)
  if (pending && isLate(world, pending)) return
  writes.set(key, { key, before: world.store[name].get(key), at: world.clock.now() })
}

/**
 * A collection as Graph's readers see it. Writes and their rules look at `world.store` itself.
 * https://learn.microsoft.com/entra/architecture/architecture#data-consistency
 */
export function replica<Name extends keyof Entities>(
  world: World,
  name: Name,
): Reads<Entities[Name], IndexOf<Name>> {
  const store: Collection<Entities[Name], IndexOf<Name>> = world.store[name]
  const writes = lateWrites(world, name)
  if (writes.length === 0) return store
  // Only `aboutToWrite` fills `before`, with a value of this very collection.
  const before = ({ before }: LateWrite) => before as Entities[Name] | undefined
  const patch = (values: Entities[Name][], wanted: (value: Entities[Name]) => boolean) => {
    const unseen = new Set(writes.map(({ key }) => store.get(key)))
    const old = writes.map(before).filter((value) => value !== undefined)
    return [...values.filter((value) => !unseen.has(value)), ...old.filter(wanted)]
  }
  return {
    get: (key) => {
      const write = writes.find((candidate) => candidate.key === key)
      return write ? before(write) : store.get(key)
    },
    list: () => patch(store.list(), () => true),
    by: (index, value) => {
      // Each collection's indexes read its own entity, as `collections` was checked for.
      const keysOf = collections[name][index] as unknown as (
        entry: Entities[Name],
      ) => string | readonly string[]
      return patch(store.by(index, value), (entry) => [keysOf(entry)].flat().includes(value))
    },
  }
}

/** Forgets those that everybody sees by now. */
function lateWrites(world: World, name: keyof Entities): LateWrite[] {
  const writes = lateOf.get(world)?.get(name)
  if (!writes) return []
  for (const [key, write] of writes) if (!isLate(world, write)) writes.delete(key)
  return [...writes.values()]
}

function isLate(world: World, { at }: LateWrite): boolean {
  return world.clock.now() < at + world.reality.graphVisibilityMs
}
