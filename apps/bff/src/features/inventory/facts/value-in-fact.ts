import { knownFact, type Fact } from '@trustwright/federation'

/** What a map that is known says of one key; `none` where it does not name it. */
export function valueInFact<T>(map: Fact<ReadonlyMap<string, T>>, key: string, none: T): Fact<T> {
  return map.known ? knownFact(map.value.get(key) ?? none) : map
}
