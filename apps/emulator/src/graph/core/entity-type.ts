import type { World } from '../../kernel/world.ts'

export type JsonObject = Record<string, unknown>

export type GraphVersion = 'v1.0' | 'beta'

/** What a shape may depend on beside the object itself. */
export interface View {
  world: World
  version: GraphVersion
}

/** What Graph documents of a resource type: its properties, and what queries may do with them. */
export interface TypeInfo {
  /** Such as `application`. */
  name: string
  /** As messages spell it, such as `Application`. */
  resource: string
  /** Every property of v1.0, then those that beta adds. */
  properties: readonly string[]
  betaProperties?: readonly string[]
  /** Left out unless `$select` names them. */
  hidden?: readonly string[]
  /**
   * Operators by path, space-separated: `eq ne not ge le in startsWith endsWith null`. Collections stand under the
   * path that a lambda compares, counts as `x/$count` with `eq0` and `ne0`; `advanced` demands advanced parameters.
   */
  filters: Readonly<Record<string, string>>
  order: readonly string[]
  search: readonly string[]
  navigations: readonly string[]
  /** False for what is not a directory object: no advanced-query rules. Left out means true. */
  directoryObject?: boolean
}

/** An object ready to be filtered, sorted and sent; its JSON is made at the first need. */
export interface Item {
  id: string
  type: TypeInfo
  json: () => JsonObject
  navigate: (name: string) => readonly Item[]
  /** How many objects `navigate` gives. */
  count: (name: string) => number
}

export interface EntityType<T> {
  info: TypeInfo
  item: (value: T, view: View) => Item
}

/** Builds a type from its facts; `navigate` answers only the names in `info.navigations`. */
export function entityType<T>(
  info: TypeInfo,
  read: {
    id: (value: T) => string
    json: (value: T, view: View) => JsonObject
    navigate?: (value: T, name: string, view: View) => readonly Item[]
    /** For relations that a filter counts in long lists; undefined: `navigate` is counted. */
    count?: (value: T, name: string, view: View) => number | undefined
  },
): EntityType<T> {
  const navigate = (value: T, name: string, view: View) => read.navigate?.(value, name, view) ?? []
  return {
    info,
    item: (value, view) => {
      let made: JsonObject | undefined
      return {
        id: read.id(value),
        type: info,
        json: () => (made ??= read.json(value, view)),
        navigate: (name) => navigate(value, name, view),
        count: (name) => read.count?.(value, name, view) ?? navigate(value, name, view).length,
      }
    },
  }
}

/** Every property that may be named in this version. */
export function propertiesOf(info: TypeInfo, version: GraphVersion): readonly string[] {
  return version === 'beta' ? [...info.properties, ...(info.betaProperties ?? [])] : info.properties
}
