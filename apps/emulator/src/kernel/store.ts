import type { Entities } from './entities.ts'
import { openJournal, type Change } from './journal.ts'
import { StartupError } from './startup-error.ts'
import type { Collection, Store } from './world.ts'

export interface OpenStore {
  store: Store
  transaction: <T>(work: () => T) => T
  close: () => void
}

type Write = (change: Change) => void

interface Pending {
  change: Change
  undo: () => void
}

/** Opens the tenant's state in a folder that exists and that nobody else has open. */
export function openStore(folder: string): OpenStore {
  const maps = emptyMaps()
  const apply = (change: Change) => applyTo(mapOf(maps, change.collection, folder), change)
  const journal = openJournal(folder, apply, () => contentOf(maps))
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
  return { store: collectionsOver(maps, write), transaction, close: journal.close }
}

type Maps = { [Name in keyof Entities]: Map<string, Entities[Name]> }

function emptyMaps(): Maps {
  return {
    users: new Map(),
    subscriptions: new Map(),
    resourceGroups: new Map(),
    identities: new Map(),
    credentials: new Map(),
    applications: new Map(),
    roleAssignments: new Map(),
    refreshTokens: new Map(),
    sessions: new Map(),
    authorizationCodes: new Map(),
  }
}

function collectionsOver(maps: Maps, write: Write): Store {
  return {
    users: collection('users', maps.users, write),
    subscriptions: collection('subscriptions', maps.subscriptions, write),
    resourceGroups: collection('resourceGroups', maps.resourceGroups, write),
    identities: collection('identities', maps.identities, write),
    credentials: collection('credentials', maps.credentials, write),
    applications: collection('applications', maps.applications, write),
    roleAssignments: collection('roleAssignments', maps.roleAssignments, write),
    refreshTokens: collection('refreshTokens', maps.refreshTokens, write),
    sessions: collection('sessions', maps.sessions, write),
    authorizationCodes: collection('authorizationCodes', maps.authorizationCodes, write),
  }
}

function collection<T>(name: keyof Entities, map: ReadonlyMap<string, T>, write: Write): Collection<T> {
  return {
    get: (key) => map.get(key),
    list: () => [...map.values()],
    entries: () => [...map],
    put: (key, value) => write({ collection: name, key, value }),
    delete: (key) => {
      const present = map.has(key)
      if (present) write({ collection: name, key })
      return present
    },
  }
}

function mapOf(maps: Maps, name: string, folder: string): Map<string, unknown> {
  const known: Record<string, Map<string, unknown>> = maps
  const map = Object.hasOwn(known, name) ? known[name] : undefined
  if (!map) throw new StartupError(`${folder} holds a collection '${name}' that this version does not know.`)
  return map
}

function applyTo(map: Map<string, unknown>, change: Change): void {
  if (change.value === undefined) map.delete(change.key)
  else map.set(change.key, change.value)
}

/** A key put back after its deletion moves to the end of the order; nothing relies on its place. */
function undoOf(map: Map<string, unknown>, key: string): () => void {
  const before = map.get(key)
  return () =>
    applyTo(map, before === undefined ? { collection: '', key } : { collection: '', key, value: before })
}

function contentOf(maps: Maps): Change[] {
  return Object.entries(maps).flatMap(([collection, map]) =>
    [...map].map(([key, value]): Change => ({ collection, key, value })),
  )
}
