import {
  propertiesOf,
  type GraphVersion,
  type Item,
  type JsonObject,
  type TypeInfo,
} from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

/** Names that `$select` asks for, spelt as the type spells them; undefined: what Graph sends unasked. */
export type Selection = readonly string[] | undefined

/**
 * Reads `$select`. Throws for a property the type does not have in this version.
 * https://learn.microsoft.com/graph/query-parameters#select-parameter
 */
export function readSelection(text: string | undefined, type: TypeInfo, version: GraphVersion): Selection {
  if (text === undefined || text === '' || text === '*') return undefined
  const all = [...propertiesOf(type, version), ...type.navigations]
  const names = text.split(',').map((part) => part.trim().replace(/^microsoft\.graph\.\w+\//, ''))
  return names.map((name) => {
    const found = all.find((candidate) => candidate.toLowerCase() === name.toLowerCase())
    if (found === undefined) throw refuse(queryFaults.unknownSelect(name, type.name))
    return found
  })
}

/** The properties to send. What only beta has stays out of v1.0. */
export function project(item: Item, selection: Selection, version: GraphVersion): JsonObject {
  const json = item.json()
  const hidden = item.type.hidden ?? []
  const names = selection ?? propertiesOf(item.type, version).filter((name) => !hidden.includes(name))
  const properties = names.filter((name) => Object.hasOwn(json, name))
  return Object.fromEntries(properties.map((name) => [name, json[name]]))
}
