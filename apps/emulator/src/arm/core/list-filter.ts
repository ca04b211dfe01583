import { queryValue } from './api-versions.ts'
import { faults } from './faults.ts'
import { refuse } from './refusal.ts'

/** What the lists of resources and groups filter by. */
export interface Filterable {
  name: string
  location: string | null
  resourceType: string
  tags: Record<string, string>
  /** Name of its resource group; a group has none. */
  group?: string
}

type Test = (item: Filterable) => boolean

const conditionPattern =
  /^(?:(\w+)\s+(eq|ne)\s+'((?:[^']|'')*)'|substringof\('((?:[^']|'')*)',\s*(\w+)\)|startswith\((\w+),\s*'((?:[^']|'')*)'\))$/i

/**
 * Reads the `$filter` of a list of resources or groups: `eq` and `ne` on name, location, resourceType, resourceGroup,
 * tagName and tagValue, `substringof` and `startswith` on name and tagName, joined by `and` or `or`. Throws for the rest.
 * Source: https://learn.microsoft.com/rest/api/resources/resources/list
 */
export function readListFilter(query: URLSearchParams): Test {
  const text = queryValue(query, '$filter')?.trim() ?? ''
  if (text === '') return () => true
  const either = text.split(/\s+or\s+/i).map((part) => readAll(part, text))
  return (item) => either.some((all) => all(item))
}

function readAll(text: string, whole: string): Test {
  const tests = text.split(/\s+and\s+/i).map((part) => readTest(part.trim(), whole))
  const tagName = /tagname eq '([^']*)'/i.exec(text)?.[1]
  const tagValue = /tagvalue eq '([^']*)'/i.exec(text)?.[1]
  return (item) =>
    tests.every((test) => test(item)) &&
    (tagName === undefined || tagValue === undefined || item.tags[tagName] === tagValue)
}

function readTest(part: string, whole: string): Test {
  const found = conditionPattern.exec(part)
  if (!found) throw refuse(faults.invalidQuery('$filter', whole))
  const [, compared, operator, comparand, within, containing, beginning, start] = found
  const name = (compared ?? containing ?? beginning ?? '').toLowerCase()
  const value = (comparand ?? within ?? start ?? '').replaceAll("''", "'").toLowerCase()
  const values = valuesNamed(name)
  if (!values) throw refuse(faults.invalidQuery('$filter', whole))
  const fits = (actual: string) => {
    if (compared !== undefined) return actual.toLowerCase() === value
    return containing === undefined
      ? actual.toLowerCase().startsWith(value)
      : actual.toLowerCase().includes(value)
  }
  return (item) => values(item).some(fits) === (operator?.toLowerCase() !== 'ne')
}

function valuesNamed(name: string): ((item: Filterable) => string[]) | undefined {
  if (name === 'name') return (item) => [item.name]
  if (name === 'location') return (item) => [item.location ?? '']
  if (name === 'resourcetype') return (item) => [item.resourceType]
  if (name === 'resourcegroup') return (item) => [item.group ?? '']
  if (name === 'tagname') return (item) => Object.keys(item.tags)
  if (name === 'tagvalue') return (item) => Object.values(item.tags)
  return undefined
}
