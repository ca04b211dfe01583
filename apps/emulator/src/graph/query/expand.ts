import type { GraphVersion, Item, JsonObject, TypeInfo } from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'
import { project, readSelection } from './select.ts'

/** One relation to send along. */
export interface Expansion {
  navigation: string
  select: string | undefined
}

/** Graph sends at most this many related objects. https://learn.microsoft.com/graph/query-parameters#expand-parameter */
const mostExpanded = 20

/** Reads `$expand` with an optional nested `$select`. Throws for an unknown relation or another nested option. */
export function readExpansions(text: string | undefined, type: TypeInfo): Expansion[] {
  if (text === undefined || text === '') return []
  return splitOutside(text).map((part) => {
    const found = /^(\w+|\*)(?:\((.*)\))?$/.exec(part.trim())
    if (!found) throw refuse(queryFaults.badExpand(text))
    const [, name = '', inner] = found
    const navigation = type.navigations.find((known) => known.toLowerCase() === name.toLowerCase())
    if (navigation === undefined) throw refuse(queryFaults.unknownSelect(name, type.name))
    return { navigation, select: inner === undefined ? undefined : nestedSelect(inner) }
  })
}

function nestedSelect(inner: string): string {
  const found = /^\s*\$?select\s*=\s*([^;]+?)\s*$/i.exec(inner)
  const option = inner.split('=')[0]?.trim() ?? ''
  if (!found?.[1]) throw refuse(queryFaults.notServed(option))
  return found[1]
}

/** Splits at commas that are not inside parentheses. */
function splitOutside(text: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (sign === ',' && depth === 0) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}

/** The related objects, by relation. Objects of several types carry `@odata.type`. */
export function expand(item: Item, expansions: readonly Expansion[], version: GraphVersion): JsonObject {
  const related = expansions.map(({ navigation, select }) => {
    const items = item.navigate(navigation).slice(0, mostExpanded)
    return [navigation, items.map((child) => expandedShape(child, select, version))] as const
  })
  return Object.fromEntries(related)
}

function expandedShape(child: Item, select: string | undefined, version: GraphVersion): JsonObject {
  const shape = project(child, readSelection(select, child.type, version), version)
  return child.type.directoryObject === false
    ? shape
    : { '@odata.type': `#microsoft.graph.${child.type.name}`, ...shape }
}
