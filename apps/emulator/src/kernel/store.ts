import { collections } from './collections.ts'
import { createIndexedMap, type IndexedMap } from './indexed-map.ts'
import { openJournal, type Journal } from './journal.ts'
import { StartupError } from './startup-error.ts'
import type { Change } from './state-lines.ts'
import type { Collection, Store } from './world.ts'

export interface OpenStore {
  store: Store
  transaction: <T>(work: () => T) => T
  /** Everything there is, as changes that would make it. */
  content: () => Change[]
  /** Puts `content` in the place of everything there is, whole or not at all, also when the process is killed. */
  replaceAll: (content: readonly Change[]) => void
  durable: Journal['durable']
  folding: Journal['folding']
  close: () => void
}

type Write = (change: Change) => void

interface Pending {
  change: Change
  undo: () => void
}

/** Opens the tenant's state in a folder that exists and that nobody else has open. */
export function openStore(folder: string, options: { foldAtBytes?: number } = {}): OpenStore {
  const maps = emptyMaps()
  const apply = (change: Change) => applyTo(mapOf(maps, change.collection, folder), change)
  const content = () => contentOf(maps)
  const journal = openJournal(folder, apply, content, options)
  let pending: Pending[] | undefined

  const write: Write = (change) => {
    const map = mapOf(maps, change.collection, folder)
    if (pending) pending.push({ change, undo: undoOf(map, change.key) })
    else journal.append([change])
    applyTo(map, change)
  }

  const transaction = <T>(work: () => T): T => {
    if (pending) return work()
    const writes: Pending[] = []
    pending = writes
    try {
      const result = work()
      if (writes.length > 0) journal.append(writes.map(({ change }) => change))
      return result
    } catch (error) {
      for (const { undo } of writes.toReversed()) undo()
      throw error
    } finally {
      pending = undefined
    }
  }

  const replaceAll = (next: readonly Change[]) => {
    if (pending) throw new Error('a transaction cannot replace the store')
    for (const { collection } of next) mapOf(maps, collection, folder)
    journal.replaceAll(next)
    for (const map of Object.values(maps)) map.clear()
    for (const change of next) apply(change)
  }
  const { durable, folding, close } = journal
  return { store: collectionsOver(maps, write), transaction, content, replaceAll, durable, folding, close }
}

type Maps = Record<string, IndexedMap<unknown>>

function emptyMaps(): Maps {
  const maps = Object.entries(collections).map(([name, indexes]) => {
    // Each collection's indexes read its own entity; the map holds nothing else, which `Store` says again below.
    const untyped = indexes as Record<string, (value: unknown) => string | readonly string[]>
    return [name, createIndexedMap(untyped)] as const
  })
  return Object.fromEntries(maps)
}

function collectionsOver(maps: Maps, write: Write): Store {
  const made = Object.entries(maps).map(([name, map]) => [name, collection(name, map, write)])
  // `collections` was checked against Entities: same names, one entity type each.
  return Object.fromEntries(made) as Store
}

function collection<T>(name: string, entries: IndexedMap<T>, write: Write): Collection<T> {
  const { map } = entries
  return {
    get: (key) => map.get(key),
    list: () => [...map.values()],
    entries: () => [...map],
    values: () => map.values(),
    size: () => map.size,
    by: (index, value) => entries.by(index, value),
    countBy: (index, value) => entries.countBy(index, value),
    put: (key, value) => write({ collection: name, key, value }),
    delete: (key) => {
      const present = map.has(key)
      if (present) write({ collection: name, key })
      return present
    },
  }
}

function mapOf(maps: Maps, name: string, folder: string): IndexedMap<unknown> {
  const map = Object.hasOwn(maps, name) ? maps[name] : undefined
  if (!map) throw new StartupError(`${folder} holds a collection '${name}' that this version does not know.`)
  return map
}

function applyTo(map: IndexedMap<unknown>, change: Change): void {
  if (change.value === undefined) map.delete(change.key)
  else map.set(change.key, change.value)
}

/** A key put back after its deletion moves to the end of the order; nothing relies on its place. */
function undoOf(map: IndexedMap<unknown>, key: string): () => void {
  const before = map.map.get(key)
  return () =>
    applyTo(map, before === undefined ? { collection: '', key } : { collection: '', key, value: before })
}

function contentOf(maps: Maps): Change[] {
  return Object.entries(maps).flatMap(([collection, map]) =>
    [...map.map].map(([key, value]): Change => ({ collection, key, value })),
  )
}
