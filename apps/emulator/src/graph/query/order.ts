import type { Item, TypeInfo } from '../core/entity-type.ts'
import { refuse } from '../core/refusal.ts'
import { queryFaults } from './query-faults.ts'

/**
 * Sorts by `$orderby`. Throws when the type cannot be sorted by it, and when a directory's objects shall be filtered and
 * sorted without advanced parameters. https://learn.microsoft.com/graph/aad-advanced-queries
 */
export function sortItems(
  items: readonly Item[],
  orderBy: string | undefined,
  query: { type: TypeInfo; filtered: boolean; advanced: boolean },
): readonly Item[] {
  if (orderBy === undefined || orderBy === '') return items
  const [name = '', direction = 'asc', ...rest] = orderBy.split(/\s+/)
  const property = query.type.order.find((known) => known.toLowerCase() === name.toLowerCase())
  const simple = query.type.directoryObject === false || !query.filtered || query.advanced
  if (property === undefined || rest.length > 0 || !/^(asc|desc)$/i.test(direction) || !simple) {
    throw refuse(queryFaults.sorting())
  }
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1
  const keyed = items.map((item) => ({ item, key: textOf(item.json()[property]) }))
  return keyed.toSorted((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)).map(({ item }) => item)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.toLowerCase() : ''
}
