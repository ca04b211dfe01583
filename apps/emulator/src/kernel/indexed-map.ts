type KeysOf<T> = (value: T) => string | readonly string[]

/** A map that also finds its values by what an index function says of them. Values must not be changed in place. */
export interface IndexedMap<T> {
  map: ReadonlyMap<string, T>
  set: (key: string, value: T) => void
  delete: (key: string) => void
  clear: () => void
  /** In the order they were put. */
  by: (index: string, value: string) => T[]
  /** How many `by` gives. */
  countBy: (index: string, value: string) => number
}

export function createIndexedMap<T>(indexes: Record<string, KeysOf<T>>): IndexedMap<T> {
  const map = new Map<string, T>()
  const places = new Map(Object.keys(indexes).map((name) => [name, new Map<string, Map<string, T>>()]))

  const eachPlace = (value: T, visit: (place: Map<string, Map<string, T>>, at: string) => void) => {
    for (const [name, keysOf] of Object.entries(indexes)) {
      const place = places.get(name)
      if (!place) continue
      const found = keysOf(value)
      for (const at of typeof found === 'string' ? [found] : found) visit(place, at)
    }
  }
  const enter = (key: string, value: T) =>
    eachPlace(value, (place, at) => {
      const entries = place.get(at) ?? new Map<string, T>()
      place.set(at, entries.set(key, value))
    })
  const leave = (key: string, value: T) =>
    eachPlace(value, (place, at) => {
      const entries = place.get(at)
      entries?.delete(key)
      if (entries?.size === 0) place.delete(at)
    })

  const placeOf = (index: string) => {
    const place = places.get(index)
    if (!place) throw new Error(`there is no index '${index}'`)
    return place
  }

  return {
    map,
    set: (key, value) => {
      const before = map.get(key)
      if (before !== undefined && !sameKeys(indexes, before, value)) leave(key, before)
      map.set(key, value)
      enter(key, value)
    },
    delete: (key) => {
      const before = map.get(key)
      if (before === undefined) return
      map.delete(key)
      leave(key, before)
    },
    clear: () => {
      map.clear()
      for (const place of places.values()) place.clear()
    },
    by: (index, value) => [...(placeOf(index).get(value)?.values() ?? [])],
    countBy: (index, value) => placeOf(index).get(value)?.size ?? 0,
  }
}

/** An entry that stays under the same index values keeps its place in their order. */
function sameKeys<T>(indexes: Record<string, KeysOf<T>>, before: T, after: T): boolean {
  return Object.values(indexes).every((keysOf) => String(keysOf(before)) === String(keysOf(after)))
}
